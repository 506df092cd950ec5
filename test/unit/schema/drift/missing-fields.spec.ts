import { describe, expect, it } from '@jest/globals';
import { type HiddenSchema, NOTHING_HIDDEN } from '../../../../lib/schema/drift/hidden-schema.interface.js';
import { boat, tier, told, without } from '../../../fixtures/checked-boats.js';
import { orgField } from '../../../fixtures/field-pair.js';

describe('missingFields', () => {
  it('offers the nearest names of a field that is missing', async () => {
    expect(await told([without(boat, 'Tier__c', { ...tier, name: 'Tiers__c', label: 'Levels' })])).toEqual([
      [
        'error',
        'field-missing',
        'Boat.tier (Tier__c) is not in the org, or the connected user may not see it: every query that names it is refused. Similar: Tiers__c.',
        "Say apiName: 'Tiers__c' if that is meant, let the user read it, or remove the property.",
      ],
    ]);
  });

  it.each([
    ['of the same label and type', { name: 'Grade__c' }, 'it seems to be called Grade__c now.', 'Grade__c'],
    [
      'of a package',
      { name: 'acme__Tier__c', label: 'Else' },
      'it seems to be called acme__Tier__c now.',
      'acme__Tier__c',
    ],
    ['spelt otherwise', { name: 'TIER__c', label: 'Else' }, 'is spelt TIER__c in the org', 'TIER__c'],
  ])('recognises a field %s', async (_, more, message, name) => {
    const [finding] = await told([without(boat, 'Tier__c', { ...tier, ...more })]);
    expect(finding?.slice(0, 2)).toEqual(['error', 'field-renamed']);
    expect(finding?.[2]).toContain(message);
    expect(finding?.[3]).toBe(`Say apiName: '${name}'.`);
  });

  it('does not take a field for a missing one that has a property of its own', async () => {
    const [finding] = await told([
      without(boat, 'Tier__c', { ...orgField({ name: 'Owner__c', label: 'Tier' }), type: 'picklist' }),
    ]);
    expect(finding?.[1]).toBe('field-missing');
  });

  it('tells a field that the user may not see from one that is not there', async () => {
    const hidden: HiddenSchema = { ...NOTHING_HIDDEN, fields: async () => ['Id', 'Tier__c'] };
    expect(await told([without(boat, 'Tier__c')], { hidden })).toEqual([
      [
        'error',
        'field-hidden',
        'Boat.tier (Tier__c) is in the org, but the connected user may not see it: every query that names it is refused.',
        'Let the user read the field (field-level security of Boat__c), or remove the property.',
      ],
    ]);
  });

  it('misses no id, which events have not and all else has', async () => {
    expect(await told([without(boat, 'Id')])).toEqual([]);
  });
});
