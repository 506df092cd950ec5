import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { decimalText, writeDecimals } from '../../../../../lib/embedded/rest/format/decimal-number.js';

const account = (values: object) => ({ attributes: { type: 'Account', url: '/x' }, ...values });

describe('decimalText', () => {
  it.each([
    [0, '0.0'],
    [5, '5.0'],
    [-120_000, '-120000.0'],
    [0.25, '0.25'],
    [61.217061, '61.217061'],
    [0.001, '0.001'],
    [9_999_999, '9999999.0'],
    [10_000_000, '1.0E7'],
    [350_000_000, '3.5E8'],
    [1_976_400_000, '1.9764E9'],
    [-123_456_789.12, '-1.2345678912E8'],
    [0.0001, '1.0E-4'],
    [0.00012345, '1.2345E-4'],
    [123_456_789_012_345_680, '1.2345678901234568E17'],
  ])('writes %d as %s', (number, text) => {
    expect(decimalText(number)).toBe(text);
    expect(JSON.parse(text)).toBe(number);
  });
});

describe('writeDecimals', () => {
  it('prepares the decimal fields of records, those inside records too, and nothing else', () => {
    const body = {
      totalSize: 2,
      records: [
        account({
          AnnualRevenue: 350_000_000,
          NumberOfEmployees: 12,
          Name: '5',
          BillingAddress: { city: 'Bonn', latitude: 50, longitude: 7.1 },
          Opportunities: { totalSize: 1, records: [{ attributes: { type: 'Opportunity' }, Amount: 5 }] },
          Owner: null,
        }),
        { attributes: { type: 'AggregateResult' }, expr0: 2 },
      ],
    };
    writeDecimals(body, Catalog.standard());
    expect(JSON.stringify(body)).toBe(
      '{"totalSize":2,"records":[{"attributes":{"type":"Account","url":"/x"},"AnnualRevenue":3.5E8,"NumberOfEmployees":12,' +
        '"Name":"5","BillingAddress":{"city":"Bonn","latitude":50.0,"longitude":7.1},' +
        '"Opportunities":{"totalSize":1,"records":[{"attributes":{"type":"Opportunity"},"Amount":5.0}]},"Owner":null},' +
        '{"attributes":{"type":"AggregateResult"},"expr0":2}]}',
    );
  });

  it('is done once, however often a body is written', () => {
    const body = account({ AnnualRevenue: 1 });
    const catalog = Catalog.standard();
    writeDecimals(body, catalog);
    writeDecimals(body, catalog);
    expect(JSON.stringify(body)).toBe('{"attributes":{"type":"Account","url":"/x"},"AnnualRevenue":1.0}');
  });

  it('leaves alone what cannot be changed', () => {
    const body = Object.freeze(account({ AnnualRevenue: 1 }));
    writeDecimals(body, Catalog.standard());
    expect(body).toEqual({ attributes: { type: 'Account', url: '/x' }, AnnualRevenue: 1 });
  });
});
