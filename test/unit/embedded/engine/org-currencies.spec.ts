import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { queryValues } from '../../../support/query-values.js';
import { createRecordEngine, type RecordEngine } from '../../../support/record-engine.js';
import { refusalOf } from '../../../support/refusal.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine(undefined, Catalog.standard({ multiCurrency: ['EUR', 'USD'] }));
});

afterEach(() => engine.database.close());

const insert = (values: Record<string, unknown>): string =>
  engine.records.insert(
    engine.object('Opportunity'),
    { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-05-31', ...values },
    engine.user,
  );
const query = (soql: string): unknown[][] => queryValues(engine, soql);

describe('An org of several currencies', () => {
  it('has a record of each, the first of them the corporate one', () => {
    expect(
      query('SELECT IsoCode, ConversionRate, IsActive, IsCorporate FROM CurrencyType ORDER BY Id'),
    ).toEqual([
      ['EUR', 1, true, true],
      ['USD', 1, true, false],
    ]);
  });

  it('takes amounts for corporate ones unless a record says otherwise', () => {
    insert({ Amount: 1 });
    insert({ Amount: 2, CurrencyIsoCode: 'USD' });
    expect(query('SELECT Amount, CurrencyIsoCode FROM Opportunity ORDER BY Id')).toEqual([
      [1, 'EUR'],
      [2, 'USD'],
    ]);
    expect(refusalOf(() => insert({ CurrencyIsoCode: 'XYZ' })).errorCode).toBe(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    );
  });

  it('converts amounts to the currency of the user', () => {
    const [[dollar] = []] = query("SELECT Id FROM CurrencyType WHERE IsoCode = 'USD'") as string[][];
    engine.records.update(engine.object('CurrencyType'), dollar!, { ConversionRate: 1.25 }, engine.user);
    insert({ Amount: 100 });
    insert({ Amount: 100, CurrencyIsoCode: 'USD' });
    expect(query('SELECT Amount, convertCurrency(Amount) own FROM Opportunity ORDER BY Id')).toEqual([
      [100, 100],
      [100, 80],
    ]);
    engine.records.update(
      engine.object('User'),
      engine.user.id,
      { DefaultCurrencyIsoCode: 'USD' },
      engine.user,
    );
    expect(query('SELECT convertCurrency(Amount) FROM Opportunity ORDER BY Id')).toEqual([[125], [100]]);
    expect(
      query('SELECT FORMAT(Amount), FORMAT(convertCurrency(Amount)) own FROM Opportunity ORDER BY Id'),
    ).toEqual([
      ['EUR 100.00', 'USD 125.00'],
      ['USD 100.00', 'USD 100.00'],
    ]);
  });
});
