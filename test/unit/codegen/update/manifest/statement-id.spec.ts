import { describe, expect, it } from '@jest/globals';
import { objectOf, statementId } from '../../../../../lib/codegen/update/manifest/statement-id.js';

describe('statementId', () => {
  it('tells a constant from the type of its name', () => {
    expect(statementId({ kind: 'const', key: 'picklist Account.Rating' })).toBe(
      'const picklist Account.Rating',
    );
    expect(statementId({ kind: 'type', key: 'picklist Account.Rating' })).toBe(
      'type picklist Account.Rating',
    );
  });
});

describe('objectOf', () => {
  it.each([
    ['object Account', 'Account'],
    ['picklist Line_Item__c.Kind__c', 'Line_Item__c'],
    ['record types Account', 'Account'],
    ['base', undefined],
  ])('of %s', (key, object) => {
    expect(objectOf(key)).toBe(object);
  });
});
