import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import {
  avg,
  count,
  countDistinct,
  max,
  min,
  sum,
} from '../../../../lib/query/aggregate/aggregate-functions.js';
import {
  type AggregateOptions,
  buildAggregateQuery,
} from '../../../../lib/query/aggregate/aggregate-plan.js';
import { compileRowMerger } from '../../../../lib/query/aggregate/merge-rows.js';
import { metadataOf, Opportunity } from '../query-entities.js';

const mergerOf = (options: Partial<AggregateOptions>) =>
  compileRowMerger(
    buildAggregateQuery(metadataOf(Opportunity), {
      kind: options.groupBy ? 'plain' : 'none',
      groupBy: [],
      aggregate: {},
      having: [],
      orderBy: [],
      ...options,
    }),
  );

describe('compileRowMerger', () => {
  const merge = mergerOf({
    aggregate: {
      n: count(),
      total: sum('amount'),
      least: min('amount'),
      due: max('closeDate'),
      since: min('createdDate'),
    },
  });

  it('adds up and compares', () => {
    const rows = [
      { n: 2, total: 10, least: 9, due: '2026-01-31', since: new Date('2026-01-02') },
      { n: 3, total: 0.5, least: 10, due: '2026-02-01', since: new Date('2026-01-01') },
    ];
    expect(merge(rows)).toEqual({
      n: 5,
      total: 10.5,
      least: 9,
      due: '2026-02-01',
      since: new Date('2026-01-01'),
    });
  });

  it('takes no value for none, and not for zero', () => {
    const nothing = { n: 0, total: null, least: null, due: null, since: null };
    const row = { n: 1, total: -1, least: -1, due: '2026-02-01', since: new Date('2026-01-01') };
    expect(merge([nothing, nothing])).toEqual(nothing);
    expect(merge([nothing, row, nothing])).toEqual(row);
  });

  it.each<[string, Partial<AggregateOptions>, string]>([
    ['averages', { aggregate: { mean: avg('amount') } }, 'mean cannot be put together from its parts.'],
    [
      'different values',
      { aggregate: { n: count(), stages: countDistinct('stageName') } },
      'stages cannot be put together',
    ],
    ['an order of texts', { aggregate: { first: min('name') } }, 'first cannot be put together'],
    ['groups', { groupBy: ['stageName'] }, 'groups cannot be put together from its parts.'],
  ])('refuses %s', (_, options, reason) => {
    expect(() => mergerOf(options)).toThrow(InvalidQueryException);
    expect(() => mergerOf(options)).toThrow(
      `Opportunity: the query is too long for the platform, and ${reason}`,
    );
  });
});
