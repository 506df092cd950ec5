import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { AggregatePlanner, isAggregateQuery, planCount } from './aggregate-planner.js';
import { requireSupported } from './clause-support.js';
import type { QueryCatalog } from './query-catalog.interface.js';
import type { QueryPlan, RecordPlan } from './query-plan.interface.js';
import { requireFilter } from './required-filter.js';
import { noSuchType } from './query-refusals.js';
import { RecordPlanner } from './record-planner.js';
import { RecordScope } from './record-scope.js';
import type { SoqlSource } from './soql-source.js';
import type { SqlFragment } from './sql-fragment.js';

/**
 * Turns a parsed query into statements and readers of their rows.
 *
 * @param includeDeleted the query was sent to the resource that sees deleted records too.
 * @throws OrgError for whatever the platform would refuse.
 */
export function planQuery(
  query: SoqlQuery,
  source: SoqlSource,
  catalog: QueryCatalog,
  includeDeleted: boolean,
): QueryPlan {
  const scope = scopeOf(query, source, catalog);
  requireSupported(query, scope, includeDeleted);
  requireFilter(query, scope.object);
  const count = planCount(query, scope, includeDeleted);
  if (count) return count;
  if (isAggregateQuery(query)) return new AggregatePlanner(query, scope).plan(includeDeleted);
  return new RecordPlanner(includeDeleted).plan(query, scope);
}

/**
 * Plans a query for those of an object's records that a search has found.
 *
 * @param found a condition on the root table, `t0`.
 * @throws OrgError for whatever the platform would refuse.
 */
export function planFound(
  query: SoqlQuery,
  source: SoqlSource,
  catalog: QueryCatalog,
  found: SqlFragment,
): RecordPlan {
  const scope = scopeOf(query, source, catalog);
  if (isAggregateQuery(query)) {
    throw source.refusal('MALFORMED_SEARCH', 'Aggregate functions are not allowed in RETURNING');
  }
  // A search has no pages: wide rows do not make its result smaller.
  return { ...new RecordPlanner(false).plan(query, scope, [found]), maxBatchSize: Infinity };
}

function scopeOf(query: SoqlQuery, source: SoqlSource, catalog: QueryCatalog): RecordScope {
  const object = catalog.get(query.from.sobject);
  if (!object) throw source.refusal('INVALID_TYPE', noSuchType(query.from.sobject), query.from);
  if (!object.definition.queryable) {
    throw source.refusal('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support query`);
  }
  return new RecordScope(catalog, source, object, query.from);
}
