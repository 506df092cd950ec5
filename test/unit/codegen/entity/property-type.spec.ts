import { describe, expect, it } from '@jest/globals';
import { propertyType } from '../../../../lib/codegen/entity/property-type.js';

describe('propertyType', () => {
  it.each([
    ['string', undefined, 'string', 'string | null'],
    ['reference', undefined, 'string', 'string | null'],
    ['boolean', undefined, 'boolean', 'boolean | null'],
    ['long', undefined, 'number', 'number | null'],
    ['percent', undefined, 'number', 'number | null'],
    ['date', undefined, 'DateString', 'DateString | null'],
    ['datetime', undefined, 'Date', 'Date | null'],
    ['time', undefined, 'TimeString', 'TimeString | null'],
    ['address', undefined, 'Address', 'Address | null'],
    ['location', undefined, 'Geolocation', 'Geolocation | null'],
    ['base64', undefined, 'Binary', 'Binary | null'],
    ['anyType', undefined, 'unknown', 'unknown'],
    ['picklist', undefined, 'string', 'string | null'],
    ['picklist', 'AccountRating', 'AccountRating', 'AccountRating | null'],
    ['multipicklist', undefined, 'string[]', 'string[] | null'],
    ['multipicklist', 'AccountTags', 'AccountTags[]', 'AccountTags[] | null'],
  ] as const)('of %s (%s) is %s, or %s', (type, constant, needed, nillable) => {
    const plan = { key: 'field A', property: 'a', field: { name: 'A', label: 'A', type }, constant };
    expect(propertyType(plan)).toBe(needed);
    expect(propertyType({ ...plan, field: { ...plan.field, nillable: true } })).toBe(nillable);
  });
});
