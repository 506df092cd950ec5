import type { Expression } from '../expression.js';
import type { FromClause, GroupByClause, OrderByItem, SoqlQuery } from '../soql-query.js';
import { frozenList } from './frozen-list.js';

/** `FROM sobject alias, related` */
export function fromClause(sobject: string, alias?: string, related?: FromClause['related']): FromClause {
  return Object.freeze({
    sobject,
    alias,
    related:
      related &&
      frozenList(related.map((other) => Object.freeze({ path: frozenList(other.path), alias: other.alias }))),
  });
}

/** `GROUP BY expressions`, `GROUP BY ROLLUP(expressions)` or `GROUP BY CUBE(expressions)` */
export function groupByClause(
  expressions: readonly Expression[],
  kind: GroupByClause['kind'] = 'plain',
): GroupByClause {
  return Object.freeze({ kind, expressions: frozenList(expressions) });
}

/** One key of `ORDER BY`. */
export function orderByItem(
  expression: Expression,
  direction?: OrderByItem['direction'],
  nulls?: OrderByItem['nulls'],
): OrderByItem {
  return Object.freeze({ expression, direction, nulls });
}

/** A whole query; the clauses that are not given are not there. */
export function soqlQuery(clauses: Omit<SoqlQuery, 'kind'>): SoqlQuery {
  // Every query has every property, in this order, so that the engine sees one shape.
  return Object.freeze({
    kind: 'query',
    select: frozenList(clauses.select),
    from: clauses.from,
    scope: clauses.scope,
    where: clauses.where,
    with: clauses.with,
    groupBy: clauses.groupBy,
    having: clauses.having,
    orderBy: clauses.orderBy && frozenList(clauses.orderBy),
    limit: clauses.limit,
    offset: clauses.offset,
    for: clauses.for && frozenList(clauses.for),
    update: clauses.update && frozenList(clauses.update),
    allRows: clauses.allRows,
  });
}
