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

function expressions(): fc.Arbitrary<Expression> {
  return fc.oneof(
    { weight: 3, arbitrary: paths() },
    fc
      .tuple(fc.constantFrom('SUM', 'max', 'COUNT_DISTINCT', 'CALENDAR_YEAR', 'toLabel'), paths())
      .map(([fn, path]) => functionCall(fn, path)),
    paths().map((path) => functionCall('DAY_ONLY', functionCall('convertTimezone', path))),
    fc
      .tuple(paths(), decimals(), decimals(), fc.constantFrom('mi', 'km'))
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
  return fc.string({ unit: 'binary', maxLength: 12 }).map(stringLiteral);
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
    fc.constantFrom('2026-01-31', '2024-02-29', '1700-01-01').map(dateLiteral),
    fc.constantFrom('2026-01-31T10:00:00Z', '2026-01-31T23:59:59.999-08:00').map(dateTimeLiteral),
    fc.constantFrom('00:00:00Z', '23:59:59.999Z').map(timeLiteral),
    fc.constantFrom('TODAY', 'LAST_90_DAYS', 'NEXT_FISCAL_YEAR').map((word) => relativeDateLiteral(word)),
    fc
      .tuple(fc.constantFrom('LAST_N_DAYS', 'N_YEARS_AGO', 'NEXT_N_FISCAL_QUARTERS'), fc.nat())
      .map(([word, n]) => relativeDateLiteral(word, n)),
  );
}

function conditions(depth: number): fc.Arbitrary<Condition> {
  const simple: fc.Arbitrary<Condition>[] = [
    fc
      .tuple(expressions(), fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>='), literals())
      .map(([left, operator, right]) => comparison(left, operator, right)),
    fc
      .tuple(paths(), fc.string({ maxLength: 8 }))
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
          fc.record({ sobject: identifiers(), fields: fc.array(paths(), { minLength: 1, maxLength: 2 }) }),
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
        fc.record({
          group: identifiers(),
          selector: fc.constantFrom('AT' as const, 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW'),
          categories: fc.array(identifiers(), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 2 },
      )
      .map(dataCategories),
    fc.tuple(paths(), literals()).map(([left, right]) => withFilter(comparison(left, '=', right))),
    fc
      .tuple(
        identifiers(),
        fc.array(fc.record({ name: identifiers(), value: literals() }), { minLength: 1, maxLength: 2 }),
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
  return fc
    .record({
      select: fc.array(selectItems(depth), { minLength: 1, maxLength: 3 }),
      from: fc
        .tuple(
          identifiers(),
          some(identifiers()),
          some(fc.array(fc.record({ path, alias: some(identifiers()) }), { minLength: 1, maxLength: 2 })),
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
      update: some(
        fc.array(fc.constantFrom('TRACKING' as const, 'VIEWSTAT'), { minLength: 1, maxLength: 2 }),
      ),
      allRows: fc.constantFrom(undefined, true),
    })
    .map((clauses) => soqlQuery({ ...clauses, having: clauses.groupBy && clauses.having }));
}

function some<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
