import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { RecordScope } from './record-scope.js';
import { planScope } from './scope-filter.js';
import { bind, chainSql, sql, type SqlFragment } from './sql-fragment.js';
import { semiJoinPlanner } from './where/semi-join-planner.js';
import { planWhere } from './where/where-clause.js';

const USER = bind((run) => run.userId);

/** Which rows of the root object a query is about: its WHERE, its scope, and whether deleted records count. */
export function planRowFilter(
  query: SoqlQuery,
  scope: RecordScope,
  allRows: boolean,
  link: readonly SqlFragment[] = [],
): SqlFragment {
  const visible = (of: RecordScope) => [
    ...(allRows ? [] : [sql`${of.root.table}."IsDeleted" = 0`]),
    ...(of.catalog.isPrivate?.(of.object) ? [sql`${of.root.table}."OwnerId" = ${USER}`] : []),
  ];
  const where = query.where ? [planWhere(query.where, scope, semiJoinPlanner(visible))] : [];
  return chainSql([...link, ...where, ...planScope(query, scope), ...visible(scope)], 'AND');
}
