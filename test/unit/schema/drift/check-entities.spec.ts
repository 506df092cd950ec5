import { describe, expect, it } from '@jest/globals';
import type { HiddenSchema } from '../../../../lib/schema/drift/hidden-schema.interface.js';
import {
  Berth,
  berth,
  Boat,
  boat,
  check,
  Sailor,
  sailor,
  tier,
  without,
} from '../../../fixtures/checked-boats.js';

describe('checkEntities', () => {
  it('finds nothing where entities and org agree', async () => {
    expect(await check([boat, sailor, berth], { entities: [Boat, Sailor, Berth] })).toEqual({
      entities: 3,
      findings: [],
      counts: { error: 0, warning: 0, info: 0 },
    });
  });

  it('asks for what is hidden only when something is missing', async () => {
    const asked: string[] = [];
    const hidden: HiddenSchema = {
      objects: async (names) => (asked.push(...names), []),
      fields: async (object) => (asked.push(object), []),
    };
    await check([boat, sailor, berth], { entities: [Boat, Sailor, Berth], hidden });
    expect(asked).toEqual([]);
    await check([without(boat, 'Tier__c'), sailor], { entities: [Boat, Sailor, Berth], hidden });
    expect(asked).toEqual(['Berth__c', 'Boat__c']);
  });

  it('puts the graver findings first', async () => {
    const changed = without({ ...boat, deletable: false }, 'Tier__c', { ...tier, unique: true });
    const { findings, counts } = await check([{ ...changed, queryable: false }]);
    expect(findings.map(({ code }) => code)).toEqual(['object-access', 'object-access', 'unique']);
    expect(counts).toEqual({ error: 1, warning: 1, info: 1 });
  });
});
