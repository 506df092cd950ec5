import { describe, expect, it } from '@jest/globals';
import { ToolingHiddenSchema } from '../../../../lib/connection/schema-check/tooling-hidden-schema.js';
import { PermissionDeniedException } from '../../../../lib/exceptions/permission-denied.exception.js';
import { FakeConnection } from '../../../support/fake-connection.js';

describe('ToolingHiddenSchema', () => {
  it('asks which objects there are', async () => {
    const connection = new FakeConnection({ records: [{ QualifiedApiName: 'Boat__c' }] });
    expect(await new ToolingHiddenSchema(connection.asConnection).objects(['Boat__c', "O'Neill"])).toEqual([
      'Boat__c',
    ]);
    expect(connection.requests).toEqual([
      {
        path: 'tooling/query',
        query: {
          q: String.raw`SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName IN ('Boat__c', 'O\'Neill')`,
        },
      },
    ]);
  });

  it('asks which fields an object has', async () => {
    const connection = new FakeConnection({
      records: [{ QualifiedApiName: 'Id' }, { QualifiedApiName: 'Rig__c' }],
    });
    expect(await new ToolingHiddenSchema(connection.asConnection).fields('Boat__c')).toEqual([
      'Id',
      'Rig__c',
    ]);
    expect(connection.requests[0]?.query).toEqual({
      q: "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Boat__c'",
    });
  });

  it('tells nothing where the user may not ask', async () => {
    const connection = new FakeConnection(new PermissionDeniedException('No setup'), undefined);
    const hidden = new ToolingHiddenSchema(connection.asConnection);
    expect(await hidden.objects(['Boat__c'])).toEqual([]);
    expect(await hidden.fields('Boat__c')).toEqual([]);
  });

  it('hides no failure of another make', async () => {
    const connection = new FakeConnection(new TypeError('a bug'));
    await expect(new ToolingHiddenSchema(connection.asConnection).fields('Boat__c')).rejects.toThrow('a bug');
  });
});
