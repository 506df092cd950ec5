import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, field, id, QueryFixture } from '../query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  const picklistValues = [
    { value: 'R', label: 'Red' },
    { value: 'G', label: 'Green' },
    { value: 'Blue', label: 'Blue' },
  ];
  org.define(
    'Paint__c',
    'a07',
    field('Colour__c', 'picklist', { picklistValues }),
    field('Colours__c', 'multipicklist', { picklistValues }),
    field('Price__c', 'currency', { precision: 18, scale: 2 }),
    field('Share__c', 'percent', { precision: 18, scale: 0 }),
    field('Opens__c', 'time'),
  );
  org.insert('User', { Id: ADA, TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'de_DE' });
  org.insert('RecordType', { Id: id('012', 1), Name: 'Partner' });
  org.insert('Account', {
    Id: id('001', 1),
    Name: 'Acme',
    RecordTypeId: id('012', 1),
    AnnualRevenue: 1234567,
  });
  org.insert('Paint__c', {
    Id: id('a07', 1),
    Name: 'One',
    Colour__c: 'G',
    Colours__c: 'R;Blue;Old',
    Price__c: 1234.5,
    Share__c: 20,
    Opens__c: '09:30:00.000Z',
    CreatedDate: '2026-02-28T23:30:00.000Z',
  });
});

afterAll(() => org.close());

describe('toLabel', () => {
  it.each([
    ['SELECT toLabel(Colour__c) FROM Paint__c', { Colour__c: 'Green' }],
    ['SELECT Colour__c, toLabel(Colour__c) Shown FROM Paint__c', { Colour__c: 'G', Shown: 'Green' }],
    ['SELECT toLabel(Colours__c) FROM Paint__c', { Colours__c: 'Red;Blue;Old' }],
    ['SELECT toLabel(RecordType.Name) Type FROM Account', { Type: 'Partner' }],
    ['SELECT Name, toLabel(RecordType.Name) FROM Account', { Name: 'Acme', RecordType: { Name: 'Partner' } }],
    [
      'SELECT RecordType.Id, FORMAT(RecordType.Name) FROM Account',
      { RecordType: { Id: id('012', 1), Name: 'Partner' } },
    ],
    ["SELECT Name FROM Paint__c WHERE toLabel(Colour__c) = 'green'", { Name: 'One' }],
    ["SELECT Name FROM Paint__c WHERE toLabel(Colour__c) LIKE 'Gr%'", { Name: 'One' }],
    [
      'SELECT toLabel(Colour__c) Shown, COUNT(Id) n FROM Paint__c GROUP BY toLabel(Colour__c)',
      { Shown: 'Green', n: 1 },
    ],
  ])('%s', (soql, record) => {
    expect(org.records(soql)).toEqual([record]);
  });

  it('finds nothing by a value that has a label', () => {
    expect(org.records("SELECT Name FROM Paint__c WHERE toLabel(Colour__c) = 'G'")).toEqual([]);
  });

  it('refuses what has no labels', () => {
    expect(org.refusal('SELECT toLabel(Price__c) FROM Paint__c')).toMatchObject({
      errorCode: 'MALFORMED_QUERY',
      message: expect.stringMatching(/field Price__c does not support function toLabel$/),
    });
  });
});

describe('FORMAT', () => {
  it('writes values as the locale and the time zone of the user have them', () => {
    const [record] = org.records(
      'SELECT FORMAT(Price__c), FORMAT(Share__c), FORMAT(Opens__c), FORMAT(CreatedDate), FORMAT(Name) FROM Paint__c',
    );
    expect(record).toEqual({
      Price__c: '1.234,50\u00a0$',
      Share__c: '20\u00a0%',
      Opens__c: '09:30',
      CreatedDate: '01.03.2026, 00:30',
      Name: 'One',
    });
  });

  it.each([
    ['SELECT FORMAT(convertCurrency(Price__c)) Money FROM Paint__c', { Money: '1.234,50\u00a0$' }],
    ['SELECT FORMAT(MAX(CreatedDate)) Latest FROM Paint__c', { Latest: '01.03.2026, 00:30' }],
    ['SELECT FORMAT(MIN(Price__c)) FROM Paint__c', { expr0: '1.234,50\u00a0$' }],
    ['SELECT FORMAT(COUNT(Price__c)) n FROM Paint__c', { n: '1' }],
    ['SELECT FORMAT(AVG(Price__c)) mean FROM Paint__c', { mean: '1.234,50' }],
    ['SELECT FORMAT(AnnualRevenue) FROM Account', { AnnualRevenue: '1.234.567\u00a0$' }],
  ])('writes the value of a function: %s', (soql, record) => {
    expect(org.records(soql)).toEqual([record]);
  });

  it('needs an alias beside the field itself', () => {
    expect(org.refusal('SELECT Price__c, FORMAT(Price__c) FROM Paint__c')).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: 'duplicate field selected: Price__c',
    });
  });
});

describe('convertCurrency', () => {
  it('leaves amounts as they are in an org of one currency', () => {
    expect(org.records('SELECT Price__c, convertCurrency(Price__c) Mine FROM Paint__c')).toEqual([
      { Price__c: 1234.5, Mine: 1234.5 },
    ]);
  });

  it.each([
    [
      'SELECT convertCurrency(Share__c) FROM Paint__c',
      /field Share__c does not support function convertCurrency$/,
    ],
    [
      'SELECT convertCurrency(SUM(Price__c)) FROM Paint__c',
      /field Price__c does not support function convertCurrency$/,
    ],
    [
      'SELECT Id FROM Paint__c WHERE convertCurrency(Price__c) > 5',
      /convertCurrency\(Price__c\) is only allowed in the SELECT clause, not in WHERE$/,
    ],
    [
      'SELECT Id FROM Paint__c ORDER BY convertCurrency(Price__c)',
      /convertCurrency\(Price__c\) is only allowed in the SELECT clause, not in ORDER BY$/,
    ],
  ])('refuses %s', (soql, message) => {
    expect(org.refusal(soql)).toMatchObject({
      errorCode: 'MALFORMED_QUERY',
      message: expect.stringMatching(message),
    });
  });
});
