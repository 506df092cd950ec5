import { describe, expect, it } from '@jest/globals';
import { exportedColumns } from '../../../../../lib/cli/data/export/exported-columns.js';
import { customObject } from '../../../../support/record-engine.js';

const DOCUMENT = customObject('Document__c', [
  { name: 'Name', label: 'Name', type: 'string', createable: true },
  { name: 'Id', label: 'Id', type: 'id' },
  { name: 'CreatedDate', label: 'Created', type: 'datetime' },
  { name: 'Body__c', label: 'Body', type: 'base64', createable: true },
  { name: 'Where__c', label: 'Where', type: 'location', createable: false },
  { name: 'Where__Latitude__s', label: 'Latitude', type: 'double', createable: true },
  { name: 'Old__c', label: 'Old', type: 'string', createable: true, deprecatedAndHidden: true },
]);

describe('exportedColumns', () => {
  it('has the id first, compounds by their components, and no files', () => {
    const { columns, files } = exportedColumns(DOCUMENT, false);
    expect(columns.map(({ name }) => name)).toEqual(['Id', 'Name', 'CreatedDate', 'Where__Latitude__s']);
    expect(files).toEqual(['Body__c']);
  });

  it('leaves out what a new record cannot be given, where it is to', () => {
    const { columns } = exportedColumns(DOCUMENT, true);
    expect(columns.map(({ name }) => name)).toEqual(['Id', 'Name', 'Where__Latitude__s']);
  });
});
