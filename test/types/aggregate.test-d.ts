import { expectTypeOf } from 'expect-type';
import {
  avg,
  count,
  countDistinct,
  formatted,
  grouping,
  max,
  min,
  sum,
} from '../../lib/query/aggregate/aggregate-functions.js';
import { calendarYear, dayOnly, hourInDay } from '../../lib/query/aggregate/date-functions.js';
import type { QueryBuilder } from '../../lib/query/builder/query-builder.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import type { Account } from './entities.js';

declare const query: QueryBuilder<Account>;

// Records: what was selected, as find has it.
expectTypeOf(await query.select({ name: true, owner: { email: true } }).all()).toEqualTypeOf<
  { readonly id: string; name: string; owner: { readonly id: string; email: string | null } }[]
>();
expectTypeOf(await query.where({ industry: 'Energy' }).orderBy({ name: 'asc' }).take(1).first()).toExtend<{
  name: string;
} | null>();
const prepared = query.select({ name: true }).prepare();
expectTypeOf(await prepared.first()).toEqualTypeOf<{ readonly id: string; name: string } | null>();
for await (const row of prepared.stream()) expectTypeOf(row.name).toEqualTypeOf<string>();
query.scope('mineAndMyGroups').for('view').allRows().skip(5);

// @ts-expect-error unknown property
query.select({ nmae: true });
// @ts-expect-error unknown property beside a known one
query.select({ name: true, nmae: true });
// @ts-expect-error wrong value
query.where({ industry: 'Enrgy' });
// @ts-expect-error unknown key
query.orderBy({ nmae: 'asc' });
// @ts-expect-error unknown scope
query.scope('yours');

// Groups: nullable as declared; null-ability of aggregates follows the field's.
const byIndustry = query.groupBy('industry').aggregate({
  n: count(),
  reachable: count({ owner: { email: true } }),
  names: countDistinct('name'),
  revenue: sum('annualRevenue'),
  mean: avg('annualRevenue'),
  first: min('createdDate'),
  founded: max('foundedOn'),
  lastName: max('name'),
});
expectTypeOf(await byIndustry.all()).toEqualTypeOf<
  {
    industry: 'Energy' | 'Banking' | null;
    n: number;
    reachable: number;
    names: number;
    revenue: number | null;
    mean: number | null;
    first: Date;
    founded: DateString | null;
    lastName: string;
  }[]
>();
expectTypeOf(byIndustry.prepare().all).returns.resolves.items.toHaveProperty('revenue');

// Columns are added up.
expectTypeOf(
  await query
    .groupBy('name')
    .aggregate({ n: count() })
    .aggregate({ m: max('name') })
    .all(),
).toEqualTypeOf<{ name: string; n: number; m: string }[]>();

// Over all records there may be none.
expectTypeOf(
  await query.aggregate({ n: count(), first: min('createdDate'), last: max('name') }).all(),
).toEqualTypeOf<{ n: number; first: Date | null; last: string | null }[]>();

expectTypeOf(await query.aggregate({ n: count(), total: sum('annualRevenue') }).one()).toEqualTypeOf<{
  n: number;
  total: number | null;
}>();
// @ts-expect-error groups are any number of rows
query.groupBy('name').one();

// Fields of parents, null where the parent may be missing; parts of dates.
expectTypeOf(
  await query
    .groupBy(
      { isPartner: true, owner: { name: true, email: true }, parent: { name: true } },
      { year: calendarYear('createdDate'), founded: calendarYear('foundedOn'), day: dayOnly('createdDate') },
      {
        above: calendarYear({ parent: { createdDate: true } }),
        hour: hourInDay('createdDate', { inUserTimeZone: true }),
      },
    )
    .all(),
).toEqualTypeOf<
  {
    isPartner: boolean;
    owner: { name: string; email: string | null };
    parent: { name: string | null };
    year: number;
    founded: number | null;
    day: DateString;
    above: number | null;
    hour: number;
  }[]
>();

// Subtotals leave groups out.
expectTypeOf(
  await query
    .groupByRollup('name', { owner: { name: true } }, { year: calendarYear('createdDate') })
    .aggregate({ n: count(), total: sum('annualRevenue'), isTotal: grouping('name') })
    .all(),
).toEqualTypeOf<
  {
    name: string | null;
    owner: { name: string | null };
    year: number | null;
    n: number;
    total: number | null;
    isTotal: 0 | 1;
  }[]
>();
expectTypeOf(await query.groupByCube('isPartner').all()).toEqualTypeOf<{ isPartner: boolean | null }[]>();

// What is formatted is text.
expectTypeOf(
  await query
    .groupBy('name')
    .aggregate({ since: formatted(min('createdDate')), total: formatted(sum('annualRevenue')) })
    .all(),
).toEqualTypeOf<{ name: string; since: string; total: string | null }[]>();
// @ts-expect-error a text is the same to all users
query.aggregate({ first: formatted(min('name')) });

// Conditions on rows, and orders, are by their columns.
byIndustry
  .having({ n: { gte: 2 }, revenue: { not: null }, industry: 'Energy', first: { lt: new Date() } })
  .having({ OR: [{ n: 1 }, { NOT: { founded: '2026-01-31' } }] })
  .orderBy({ revenue: { direction: 'desc', nulls: 'last' } }, { industry: 'asc' });
query
  .groupBy({ owner: { name: true } })
  .having({ owner: { name: { startsWith: 'A' } } })
  .orderBy({ owner: { name: 'asc' } });

// @ts-expect-error unknown column
byIndustry.having({ total: 5 });
// @ts-expect-error unknown column beside a known one
byIndustry.having({ n: 5, total: 5 });
// @ts-expect-error a count is a number
byIndustry.having({ n: 'many' });
// @ts-expect-error a count is never null
byIndustry.having({ n: null });
// @ts-expect-error a column is no function's argument
byIndustry.having({ first: { year: 2026 } });
// @ts-expect-error unknown column
byIndustry.orderBy({ total: 'asc' });
// @ts-expect-error what is not grouped by is in no row
byIndustry.orderBy({ name: 'asc' });

// Rejected: what cannot be grouped by.
// @ts-expect-error unknown property
query.groupBy('nmae');
// @ts-expect-error unknown property in an object
query.groupBy({ nmae: true });
// @ts-expect-error unknown property beside a known one
query.groupBy({ name: true, nmae: true });
// @ts-expect-error unknown property of a parent
query.groupBy({ owner: { nmae: true } });
// @ts-expect-error datetimes are grouped by a part
query.groupBy('createdDate');
// @ts-expect-error multi-picklists
query.groupBy('tags');
// @ts-expect-error places
query.groupBy({ site: true });
// @ts-expect-error children
query.groupBy({ contacts: { lastName: true } });
// @ts-expect-error parts are of dates
query.groupBy({ year: calendarYear('name') });
// @ts-expect-error parts are of dates that there are
query.groupBy({ year: calendarYear('craetedDate') });

// Rejected: what cannot be aggregated.
// @ts-expect-error unknown property
query.aggregate({ n: sum('anualRevenue') });
// @ts-expect-error unknown property of a parent
query.aggregate({ n: max({ owner: { nmae: true } }) });
// @ts-expect-error sums are of numbers
query.aggregate({ n: sum('name') });
// @ts-expect-error truths have no order
query.aggregate({ n: max('isPartner') });
// @ts-expect-error a name is no aggregate
query.aggregate({ n: 'annualRevenue' });
// @ts-expect-error grouped rows have no selection
query.groupBy('name').select({ name: true });
