import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { RecordScope } from './record-scope.js';
import { bind, chainSql, identifier, sql, type SqlFragment } from './sql-fragment.js';
import { semiJoinPlanner } from './where/semi-join-planner.js';
import { planWhere } from './where/where-clause.js';

/** Which rows of the root object a query is about: its WHERE, its scope, and whether deleted records count. */
export function planRowFilter(
  query: SoqlQuery,
  scope: RecordScope,
  allRows: boolean,
  link: readonly SqlFragment[] = [],
): SqlFragment {
  const visible = (of: RecordScope) => (allRows ? [] : [sql`${of.root.table}."IsDeleted" = 0`]);
  const where = query.where ? [planWhere(query.where, scope, semiJoinPlanner(visible))] : [];
  return chainSql([...link, ...where, ...ownership(query, scope), ...visible(scope)], 'AND');
}

/** `USING SCOPE mine`; the scopes of teams and territories need what this org does not have. */
function ownership({ scope: name, from }: SoqlQuery, scope: RecordScope): SqlFragment[] {
  const key = name?.toLowerCase();
  if (key === undefined || key === 'everything') return [];
  const owner = scope.object.field('OwnerId');
  if (key !== 'mine' || !owner) {
    throw scope.source.refusal(
      'MALFORMED_QUERY',
      `Scope '${name}' is not supported on ${scope.object.name}`,
      from,
    );
  }
  return [sql`${scope.root.table}.${identifier(owner.name)} = ${bind((run) => run.userId)}`];
}
