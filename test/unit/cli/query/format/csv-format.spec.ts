import { describe, expect, it } from '@jest/globals';
import { writeCsv } from '../../../../../lib/cli/query/format/csv-format.js';
import { resultOf, TextCollector, wireRecord } from '../../../../support/text-collector.js';

describe('writeCsv', () => {
  it('writes titles and rows, a piece a page', async () => {
    const sink = new TextCollector();
    const count = await writeCsv(
      resultOf(
        [wireRecord({ Name: 'Doe, "Jane"', Owner: wireRecord({ Name: null }), AnnualRevenue: 1.5 })],
        [wireRecord({ Name: 'two\nlines', Owner: null, AnnualRevenue: null, IsDeleted: true })],
      ),
      sink,
    );
    expect(count).toBe(2);
    expect(sink.pieces).toEqual([
      '"Name","Owner.Name","AnnualRevenue"\n"Doe, ""Jane""","","1.5"\n',
      '"two\nlines","",""\n',
    ]);
  });

  it('writes what is no single value as JSON', async () => {
    const sink = new TextCollector();
    const contacts = { totalSize: 1, done: true, records: [wireRecord({ LastName: 'X' })] };
    await writeCsv(resultOf([wireRecord({ Contacts: contacts, BillingAddress: { city: 'Rome' } })]), sink);
    expect(sink.text).toBe('"Contacts","BillingAddress"\n"[{""LastName"":""X""}]","{""city"":""Rome""}"\n');
  });

  it('writes the titles where there are no records', async () => {
    const sink = new TextCollector();
    const columns = [{ title: 'Id', value: () => null }];
    expect(await writeCsv({ ...resultOf([]), columns }, sink)).toBe(0);
    expect(sink.text).toBe('"Id"\n');
  });

  it('hands over large pages in pieces', async () => {
    const sink = new TextCollector();
    const records = Array.from({ length: 2_000 }, () => wireRecord({ Name: 'x'.repeat(100) }));
    await writeCsv(resultOf(records), sink);
    expect(sink.pieces.length).toBeGreaterThan(2);
    expect(Math.max(...sink.pieces.map(({ length }) => length))).toBeLessThan(70_000);
  });
});
