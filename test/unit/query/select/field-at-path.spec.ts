import { describe, expect, it } from '@jest/globals';
import { fieldAtPath } from '../../../../lib/query/select/field-at-path.js';
import { Contact, Invoice, metadataOf } from '../query-entities.js';

describe('fieldAtPath', () => {
  it.each([
    [Contact, ['LastName'], ['Contact'], 'lastName'],
    [Contact, ['account', 'OWNER', 'email'], ['Contact', 'Account', 'User'], 'email'],
    [Invoice, ['Account__r', 'IsPartner__c'], ['Invoice__c', 'Account'], 'isPartner'],
  ])('finds the field of %p behind %j', (entity, path, entities, property) => {
    const found = fieldAtPath(metadataOf(entity), path);
    expect(found?.entities.map(({ apiName }) => apiName)).toEqual(entities);
    expect(found?.field.property).toBe(property);
  });

  it.each([[['Nickname']], [['Account', 'Nickname']], [['Boss', 'Name']], [['c', 'LastName']]])(
    'finds none behind %j',
    (path) => {
      expect(fieldAtPath(metadataOf(Contact), path)).toBeUndefined();
    },
  );
});
