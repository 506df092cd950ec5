import * as fc from 'fast-check';
import type { Condition } from '../../lib/soql/ast/condition.js';
import type { Expression, FieldPath } from '../../lib/soql/ast/expression.js';
import {
  and,
  comparison,
  inclusion,
  membership,
  not,
  or,
  semiJoin,
} from '../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath, functionCall } from '../../lib/soql/ast/factories/expression.factory.js';
import {
  booleanLiteral,
  dateLiteral,
  dateTimeLiteral,
  nullLiteral,
  numberLiteral,
  relativeDateLiteral,
  stringLiteral,
  timeLiteral,
} from '../../lib/soql/ast/factories/literal.factory.js';
import {
  childSubquery,
  fieldsExpansion,
  selected,
  typeofSelection,
} from '../../lib/soql/ast/factories/select-item.factory.js';
import {
  fromClause,
  groupByClause,
  orderByItem,
  soqlQuery,
} from '../../lib/soql/ast/factories/soql-query.factory.js';
import {
  dataCategories,
  securityMode,
  withContext,
  withFilter,
} from '../../lib/soql/ast/factories/with-clause.factory.js';
import type { Literal, StringLiteral } from '../../lib/soql/ast/literal.js';
import type { SelectItem } from '../../lib/soql/ast/select-item.js';
import type { GroupByClause, SoqlQuery } from '../../lib/soql/ast/soql-query.js';
import type { WithClause } from '../../lib/soql/ast/with-clause.js';
import { escapeLike } from '../../lib/soql/soql-string.js';
import { hostileTexts, instants } from './hostile-values.js';

const RESERVED =
  /^(and|asc|desc|excludes|first|from|group|having|in|includes|last|like|limit|not|null|nulls|or|select|using|where|with)$/i;
const AMBIGUOUS = /^(as|all|for|offset|order|update|typeof|fields|rollup|cube|data|when|then|else|end)$/i;

function identifiers(): fc.Arbitrary<string> {
  return fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,7}$/)
    .filter((word) => !RESERVED.test(word) && !AMBIGUOUS.test(word));
}

function paths(): fc.Arbitrary<FieldPath> {
  return fc
    .array(identifiers(), { minLength: 1, maxLength: 3 })
    .map((path) => fieldPath(...(path as [string, ...string[]])));
}

/** Functions of one field or of another function of it; names are read in any case. */
const FUNCTIONS = [
  'AVG',
  'COUNT',
  'COUNT_DISTINCT',
  'max',
  'Min',
  'SUM',
  'GROUPING',
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
  'convertCurrency',
  'convertTimezone',
  'FORMAT',
  'toLabel',
] as const;

function functionsOf(argument: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.tuple(fc.constantFrom(...FUNCTIONS), argument).map(([name, of]) => functionCall(name, of));
}

function expressions(): fc.Arbitrary<Expression> {
  return fc.oneof(
    { weight: 6, arbitrary: paths() },
    { weight: 3, arbitrary: functionsOf(paths()) },
    functionsOf(functionsOf(paths())),
    fc.constantFrom('COUNT', 'count').map((name) => functionCall(name)),
    strings().map((formula) => functionCall('FORMULA', formula)),
    fc
      .tuple(paths(), decimals(), decimals(), fc.constantFrom('mi', 'km', 'KM'))
      .map(([path, latitude, longitude, unit]) =>
        functionCall(
          'DISTANCE',
          path,
          functionCall('GEOLOCATION', numberLiteral(latitude), numberLiteral(longitude)),
          stringLiteral(unit),
        ),
      ),
  );
}

function decimals(): fc.Arbitrary<string> {
  return fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/);
}

function strings(): fc.Arbitrary<StringLiteral> {
  return hostileTexts().map(stringLiteral);
}

const RANGES = ['LAST', 'THIS', 'NEXT'].flatMap((which) =>
  ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'].map((unit) => `${which}_${unit}`),
);
const COUNTED_RANGES = [
  'DAYS',
  'WEEKS',
  'MONTHS',
  'QUARTERS',
  'YEARS',
  'FISCAL_QUARTERS',
  'FISCAL_YEARS',
].flatMap((units) => [`LAST_N_${units}`, `NEXT_N_${units}`, `N_${units}_AGO`]);

function relativeDates(): fc.Arbitrary<Literal> {
  return fc.oneof(
    fc
      .constantFrom('YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS', ...RANGES)
      .map((name) => relativeDateLiteral(name)),
    fc.tuple(fc.constantFrom(...COUNTED_RANGES), fc.nat()).map(([name, n]) => relativeDateLiteral(name, n)),
  );
}

/** Days, instants and times of day, in every form that the language has for them. */
function temporals(): fc.Arbitrary<Literal> {
  const fractions = fc.stringMatching(/^(\.\d{1,3})?$/);
  const zones = fc.constantFrom('Z', '+00:00', '-08:00', '+0530', '+14:00');
  const parts = instants().map((instant) => instant.toISOString());
  return fc.oneof(
    parts.map((text) => dateLiteral(text.slice(0, 10))),
    fc
      .tuple(parts, fractions, zones)
      .map(([text, fraction, zone]) => dateTimeLiteral(text.slice(0, 19) + fraction + zone)),
    fc.tuple(parts, fractions).map(([text, fraction]) => timeLiteral(`${text.slice(11, 19)}${fraction}Z`)),
  );
}

function literals(): fc.Arbitrary<Literal> {
  return fc.oneof(
    strings(),
    decimals().map((text) => numberLiteral(text)),
    fc
      .tuple(decimals(), fc.constantFrom('USD', 'EUR', 'JPY'))
      .map(([text, code]) => numberLiteral(text, code)),
    fc.boolean().map(booleanLiteral),
    fc.constant(nullLiteral()),
    temporals(),
    relativeDates(),
  );
}

function conditions(depth: number): fc.Arbitrary<Condition> {
  const simple: fc.Arbitrary<Condition>[] = [
    fc
      .tuple(expressions(), fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>='), literals())
      .map(([left, operator, right]) => comparison(left, operator, right)),
    fc
      .tuple(expressions(), hostileTexts())
      .map(([left, text]) => comparison(left, 'LIKE', stringLiteral(`${escapeLike(text)}%`))),
    fc
      .tuple(expressions(), fc.array(literals(), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([left, values, negated]) => membership(left, values, negated)),
    fc
      .tuple(paths(), fc.array(strings(), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([left, values, negated]) => inclusion(left, values, negated)),
  ];
  if (depth === 0) return fc.oneof(...simple);
  const inner = conditions(depth - 1);
  return fc.oneof(
    ...simple,
    inner.map(not),
    fc
      .tuple(paths(), soqlQueries(depth - 1), fc.boolean())
      .map(([left, query, negated]) => semiJoin(left, query, negated)),
    fc.tuple(inner, inner, inner).map((all) => and(...all)),
    fc.tuple(inner, inner).map((all) => or(...all)),
  );
}

function selectItems(depth: number): fc.Arbitrary<SelectItem> {
  const simple: fc.Arbitrary<SelectItem>[] = [
    fc
      .tuple(expressions(), fc.option(identifiers(), { nil: undefined }))
      .map(([of, alias]) => selected(of, alias)),
    fc.constantFrom('ALL' as const, 'STANDARD', 'CUSTOM').map(fieldsExpansion),
    fc
      .tuple(
        paths(),
        fc.array(
          records({ sobject: identifiers(), fields: fc.array(paths(), { minLength: 1, maxLength: 2 }) }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        fc.option(fc.array(paths(), { minLength: 1, maxLength: 2 }), { nil: undefined }),
      )
      .map(([relationship, when, otherwise]) => typeofSelection(relationship, when, otherwise)),
  ];
  return depth === 0 ? fc.oneof(...simple) : fc.oneof(...simple, soqlQueries(depth - 1).map(childSubquery));
}

function withClauses(): fc.Arbitrary<WithClause> {
  return fc.oneof(
    fc.constantFrom('SECURITY_ENFORCED' as const, 'USER_MODE', 'SYSTEM_MODE').map(securityMode),
    fc
      .array(
        records({
          group: identifiers(),
          selector: fc.constantFrom('AT' as const, 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW'),
          categories: fc.array(identifiers(), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 2 },
      )
      .map(dataCategories),
    fc
      .tuple(paths(), fc.constantFrom('=' as const, '!=', '>'), literals())
      .map(([left, operator, right]) => withFilter(comparison(left, operator, right))),
    fc
      .tuple(
        identifiers(),
        fc.array(records({ name: identifiers(), value: literals() }), { minLength: 1, maxLength: 2 }),
      )
      .map(([context, settings]) => withContext(context, settings)),
  );
}

function groupings(): fc.Arbitrary<GroupByClause> {
  return fc
    .tuple(
      fc.array(expressions(), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('plain' as const, 'rollup', 'cube'),
    )
    .map(([list, kind]) => groupByClause(list, kind));
}

/** Any query of the language, with conditions and subqueries nested up to `depth`. */
export function soqlQueries(depth: number): fc.Arbitrary<SoqlQuery> {
  const path = fc.array(identifiers(), { minLength: 2, maxLength: 3 });
  return records({
    select: fc.array(selectItems(depth), { minLength: 1, maxLength: 3 }),
    from: fc
      .tuple(
        identifiers(),
        some(identifiers()),
        some(fc.array(records({ path, alias: some(identifiers()) }), { minLength: 1, maxLength: 2 })),
      )
      .map(([sobject, alias, related]) => fromClause(sobject, alias, related)),
    scope: some(identifiers()),
    where: some(conditions(depth)),
    with: some(withClauses()),
    groupBy: some(groupings()),
    having: some(conditions(0)),
    orderBy: some(
      fc.array(
        fc
          .tuple(
            expressions(),
            fc.constantFrom(undefined, 'ASC' as const, 'DESC'),
            fc.constantFrom(undefined, 'FIRST' as const, 'LAST'),
          )
          .map(([by, direction, nulls]) => orderByItem(by, direction, nulls)),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    limit: some(fc.nat()),
    offset: some(fc.nat()),
    for: some(
      fc.array(fc.constantFrom('VIEW' as const, 'REFERENCE', 'UPDATE'), { minLength: 1, maxLength: 2 }),
    ),
    update: some(fc.array(fc.constantFrom('TRACKING' as const, 'VIEWSTAT'), { minLength: 1, maxLength: 2 })),
    allRows: fc.constantFrom(undefined, true),
  }).map((clauses) => soqlQuery({ ...clauses, having: clauses.groupBy && clauses.having }));
}

/** Objects with the prototype that all objects have, so that they equal those of the parser. */
function records<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

function some<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
