import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { Catalog } from '../../catalog/catalog.js';
import { AggregatePlanner, isAggregateQuery, planCount } from './aggregate-planner.js';
import type { QueryPlan } from './query-plan.interface.js';
import { noSuchType } from './query-refusals.js';
import { RecordPlanner } from './record-planner.js';
import { RecordScope } from './record-scope.js';
import type { SoqlSource } from './soql-source.js';

/**
 * Turns a parsed query into statements and readers of their rows.
 *
 * @param includeDeleted the query was sent to the resource that sees deleted records too.
 * @throws OrgError for whatever the platform would refuse.
 */
export function planQuery(
  query: SoqlQuery,
  source: SoqlSource,
  catalog: Catalog,
  includeDeleted: boolean,
): QueryPlan {
  const object = catalog.get(query.from.sobject);
  if (!object) throw source.refusal('INVALID_TYPE', noSuchType(query.from.sobject), query.from);
  if (!object.definition.queryable) {
    throw source.refusal('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support query`);
  }
  if (query.with?.kind === 'data-category') {
    throw source.refusal(
      'MALFORMED_QUERY',
      `WITH DATA CATEGORY is not supported on ${object.name}`,
      query.from,
    );
  }
  const allRows = includeDeleted || query.allRows === true;
  const scope = new RecordScope(catalog, source, object, query.from);
  const count = planCount(query, scope, allRows);
  if (count) return count;
  if (isAggregateQuery(query)) return new AggregatePlanner(query, scope).plan(allRows);
  return new RecordPlanner(allRows).plan(query, scope);
}
