import { describe, expect, it } from '@jest/globals';
import { findField } from '../../../../lib/schema/source/find-field.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';

const BOAT = sobjectFromDescribe(describedBoat());

describe('findField', () => {
  it('finds a field in any case', () => {
    expect(findField(BOAT, 'rig__C').name).toBe('Rig__c');
  });

  it('names those that may have been meant', () => {
    expect(() => findField(BOAT, 'Rgi__c')).toThrow(
      "Boat__c has no field 'Rgi__c', or the user may not read it. Did you mean Rig__c?",
    );
    expect(() => findField(BOAT, 'SomethingElse')).toThrow(
      /^Boat__c has no field 'SomethingElse', or the user may not read it\.$/,
    );
  });
});
