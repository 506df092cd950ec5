import { describe, expect, it } from '@jest/globals';
import { berth, boat, check, sailor, tier, without } from '../../../fixtures/checked-boats.js';

describe('checkEntity', () => {
  it('says of what entity, object, property and field a finding is', async () => {
    const { findings, counts } = await check([
      without(boat, 'Tier__c', { ...tier, type: 'boolean' }),
      sailor,
      berth,
    ]);
    expect(findings).toEqual([
      {
        severity: 'error',
        code: 'type',
        entity: 'Boat',
        object: 'Boat__c',
        property: 'tier',
        field: 'Tier__c',
        message:
          'Boat.tier (Tier__c) is a picklist here and a boolean in the org: its values are of another type.',
        fix: "Declare the property with type: 'boolean', and the TypeScript type that goes with it.",
      },
    ]);
    expect(counts).toEqual({ error: 1, warning: 0, info: 0 });
  });
});
