import { describe, expect, it } from '@jest/globals';
import { ObjectSchema } from '../../../../lib/embedded/catalog/object-schema.js';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { compoundReader, toWire } from '../../../../lib/embedded/engine/wire-value.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { customObject } from '../../../support/record-engine.js';

const field = (type: FieldDefinition['type']): FieldDefinition => ({ name: 'Some', label: 'Some', type });

describe('toWire', () => {
  it.each([
    ['boolean', 1, true],
    ['boolean', 0, false],
    ['boolean', null, false],
    ['datetime', '2026-01-01T10:00:00.000Z', '2026-01-01T10:00:00.000+0000'],
    ['datetime', null, null],
    ['date', '2026-01-01', '2026-01-01'],
    ['time', '12:00:00.000Z', '12:00:00.000Z'],
    ['int', 5, 5],
    ['long', 9_007_199_254_740_991n, 9_007_199_254_740_991],
    ['currency', 1.5, 1.5],
    ['multipicklist', 'A;B', 'A;B'],
    ['string', null, null],
  ] as const)('sends a stored %s %p as %p', (type, stored, wire) => {
    expect(toWire(field(type), stored)).toBe(wire);
  });
});

describe('compoundReader', () => {
  const contact = Catalog.standard().get('Contact')!;
  const address = contact.field('MailingAddress')!;
  const read = (values: Record<string, string | number>) =>
    compoundReader(contact, address)((name) => values[name] ?? null);

  it('puts an address together from its components', () => {
    expect(read({ MailingStreet: '1 Main St', MailingCity: 'Berlin', MailingLatitude: 52.5 })).toEqual({
      street: '1 Main St',
      city: 'Berlin',
      state: null,
      postalCode: null,
      country: null,
      latitude: 52.5,
      longitude: null,
      geocodeAccuracy: null,
    });
  });

  it('has no address where all components are empty', () => {
    expect(read({})).toBeNull();
  });

  it('puts a location together', () => {
    const site = new ObjectSchema(
      customObject('Site__c', [
        { name: 'Place__c', label: 'Place', type: 'location' },
        { name: 'Place__Latitude__s', label: 'Lat', type: 'double', compoundFieldName: 'Place__c' },
        { name: 'Place__Longitude__s', label: 'Long', type: 'double', compoundFieldName: 'Place__c' },
      ]),
    );
    const values: Record<string, number> = { Place__Latitude__s: 52.5, Place__Longitude__s: 13.4 };
    expect(compoundReader(site, site.field('Place__c')!)((name) => values[name] ?? null)).toEqual({
      latitude: 52.5,
      longitude: 13.4,
    });
  });
});
