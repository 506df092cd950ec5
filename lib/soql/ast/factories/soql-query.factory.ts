import type { Expression } from '../expression.js';
import type { FromClause, GroupByClause, OrderByItem, SoqlQuery } from '../soql-query.js';

/** `FROM sobject alias, related` */
export function fromClause(sobject: string, alias?: string, related?: FromClause['related']): FromClause {
  return { sobject, alias, related };
}

/** `GROUP BY expressions`, `GROUP BY ROLLUP(expressions)` or `GROUP BY CUBE(expressions)` */
export function groupByClause(
  expressions: readonly Expression[],
  kind: GroupByClause['kind'] = 'plain',
): GroupByClause {
  return { kind, expressions };
}

/** One key of `ORDER BY`. */
export function orderByItem(
  expression: Expression,
  direction?: OrderByItem['direction'],
  nulls?: OrderByItem['nulls'],
): OrderByItem {
  return { expression, direction, nulls };
}

/** A whole query; the clauses that are not given are not there. */
export function soqlQuery(clauses: Omit<SoqlQuery, 'kind'>): SoqlQuery {
  // Every query has every property, in this order, so that the engine sees one shape.
  return {
    kind: 'query',
    select: clauses.select,
    from: clauses.from,
    scope: clauses.scope,
    where: clauses.where,
    with: clauses.with,
    groupBy: clauses.groupBy,
    having: clauses.having,
    orderBy: clauses.orderBy,
    limit: clauses.limit,
    offset: clauses.offset,
    for: clauses.for,
    update: clauses.update,
    allRows: clauses.allRows,
  };
}
