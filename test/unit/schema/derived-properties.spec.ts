import { describe, expect, it } from '@jest/globals';
import { derivedProperties } from '../../../lib/schema/derived-properties.js';
import type { FieldDefinition } from '../../../lib/schema/sobject-definition.interface.js';

const field = (more: Partial<FieldDefinition>): FieldDefinition => ({
  name: 'Any__c',
  label: 'Any',
  type: 'string',
  createable: true,
  updateable: true,
  nillable: true,
  ...more,
});

describe('derivedProperties', () => {
  it.each<[Partial<FieldDefinition>, object]>([
    [
      { type: 'string', length: 80 },
      { byteLength: 240, soapType: 'xsd:string', permissionable: true },
    ],
    [
      { type: 'id', length: 18, nillable: false },
      { byteLength: 18, soapType: 'tns:ID', permissionable: false },
    ],
    [
      { type: 'reference', length: 18, referenceTo: ['Account'] },
      { byteLength: 18, soapType: 'tns:ID', searchPrefilterable: true },
    ],
    [{ type: 'reference', referenceTo: ['Group', 'User'] }, { searchPrefilterable: false }],
    [{ type: 'reference', name: 'OwnerId', referenceTo: ['User'] }, { searchPrefilterable: false }],
    [
      { type: 'location', createable: false },
      { queryByDistance: true, permissionable: true },
    ],
    [
      { type: 'boolean', nillable: false },
      { permissionable: true, soapType: 'xsd:boolean' },
    ],
    [{ type: 'string', nillable: false }, { permissionable: false }],
    [{ type: 'string', compoundFieldName: 'Name' }, { permissionable: false }],
  ])('of %j', (definition, properties) => {
    expect(derivedProperties(field(definition))).toMatchObject(properties);
  });
});
