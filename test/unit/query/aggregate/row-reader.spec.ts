import { describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { count, max, min } from '../../../../lib/query/aggregate/aggregate-functions.js';
import { buildAggregateQuery } from '../../../../lib/query/aggregate/aggregate-plan.js';
import { calendarYear } from '../../../../lib/query/aggregate/date-functions.js';
import { compileRowReader, rowOfNothing } from '../../../../lib/query/aggregate/row-reader.js';
import type { WireRecord } from '../../../../lib/protocol/query-response.interface.js';
import { metadataOf, Opportunity } from '../query-entities.js';

const { columns } = buildAggregateQuery(metadataOf(Opportunity), {
  kind: 'plain',
  groupBy: [
    'stageName',
    { account: { name: true, owner: { name: true } } },
    { year: calendarYear('closeDate') },
  ],
  aggregate: { n: count(), since: min('createdDate'), due: max('closeDate') },
  having: [],
  orderBy: [],
});
const read = compileRowReader(columns);
const row = (values: object) => ({ attributes: { type: 'AggregateResult' }, ...values }) as WireRecord;

describe('compileRowReader', () => {
  it('puts every column in its place and decodes it', () => {
    const values = {
      StageName: 'Won',
      accountName: 'Acme',
      accountOwnerName: 'Ada',
      year: 2026,
      n: 2,
      since: '2026-01-31T10:00:00.000+0000',
      due: '2026-03-01',
    };
    expect(read(row(values))).toEqual({
      stageName: 'Won',
      account: { name: 'Acme', owner: { name: 'Ada' } },
      year: 2026,
      n: 2,
      since: new Date(Date.UTC(2026, 0, 31, 10)),
      due: '2026-03-01',
    });
  });

  it('makes plain objects, with null where there is no value', () => {
    const empty = read(row({ stagename: 'Won', accountName: null }));
    expect(empty).toEqual({
      stageName: 'Won',
      account: { name: null, owner: { name: null } },
      year: null,
      n: null,
      since: null,
      due: null,
    });
    expect(Object.getPrototypeOf(empty)).toBe(Object.prototype);
  });

  it.each([[null], ['text'], [[]]])('refuses %p', (record) => {
    expect(() => read(record as unknown as WireRecord)).toThrow(InvalidResponseException);
  });
});

describe('rowOfNothing', () => {
  it('counts nothing and knows no values', () => {
    const { columns: overall } = buildAggregateQuery(metadataOf(Opportunity), {
      kind: 'none',
      groupBy: [],
      aggregate: { n: count(), due: max('closeDate') },
      having: [],
      orderBy: [],
    });
    expect(rowOfNothing(overall)).toEqual({ n: 0, due: null });
  });
});
