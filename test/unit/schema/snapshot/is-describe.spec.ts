import { describe, expect, it } from '@jest/globals';
import { isDescribe } from '../../../../lib/schema/snapshot/is-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';

describe('isDescribe', () => {
  it('takes what an org answers, and what has no more than names and types', () => {
    expect(isDescribe(describedBoat())).toBe(true);
    expect(isDescribe({ name: 'Boat__c', fields: [{ name: 'Id', type: 'id' }] })).toBe(true);
  });

  it.each([
    [null],
    ['Boat__c'],
    [{}],
    [{ name: 'Boat__c' }],
    [{ name: 7, fields: [] }],
    [{ name: 'Boat__c', fields: [{ name: 'Id' }] }],
    [{ name: 'Boat__c', fields: [null] }],
    [{ name: 'Boat__c', fields: [], childRelationships: {} }],
  ])('does not take %j', (value) => {
    expect(isDescribe(value)).toBe(false);
  });
});
