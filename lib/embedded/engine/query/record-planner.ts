import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Expression } from '../../../soql/ast/expression.js';
import type { ChildSubquery } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { isAggregateQuery } from './aggregate-planner.js';
import { requireSupportedInChildren } from './clause-support.js';
import { planExpression } from './expression-planner.js';
import { expandFields } from './fields-expansion.js';
import { isAggregateCall } from './functions/aggregate-functions.js';
import { planOrderBy } from './order-by.js';
import { sortable } from './picklist-order.js';
import type { RecordPlan } from './query-plan.interface.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { noSuchRelationship } from './query-refusals.js';
import { RecordScope } from './record-scope.js';
import { RecordSelection } from './record-selection.js';
import { planRowFilter } from './row-filter.js';
import { plannedWindow, ROW_WINDOW } from './row-window.js';
import { bind, identifier, joinSql, sql, type SqlFragment } from './sql-fragment.js';

const MAX_SUBQUERIES = 20;
const MAX_LEVELS = 5;

/** Plans queries for records and, level by level, for their children. */
export class RecordPlanner {
  readonly #allRows: boolean;

  constructor(allRows: boolean) {
    this.#allRows = allRows;
  }

  /** @param link what the rows must fulfil beside the conditions of the query */
  plan(query: SoqlQuery, scope: RecordScope, link: readonly SqlFragment[] = []): RecordPlan {
    return this.#plan(query, scope, 1, link);
  }

  #plan(query: SoqlQuery, scope: RecordScope, level: number, link: readonly SqlFragment[]): RecordPlan {
    const selection = new RecordSelection(scope);
    this.#select(query, scope, selection, level);
    const filter = planRowFilter(query, scope, this.#allRows, link);
    const keys = planOrderBy(query.orderBy ?? [], scope.source, (node) => sortExpression(node, scope));
    const order = [
      ...keys.map(({ expression, direction }) => sql`${sortable(expression, expression.sql)} ${direction}`),
      scope.id,
    ];
    // The id settles every tie, so that all statements of a plan see one order.
    const rest = sql`FROM ${scope.from} WHERE ${filter} ORDER BY ${joinSql(order, ', ')} ${ROW_WINDOW}`;
    const page = sql`json_each(${bind((run) => run.ids ?? '[]')}) AS page`;
    const listed = sql`FROM ${page} CROSS JOIN ${scope.from} WHERE ${scope.id} = page.value ORDER BY page.key`;
    return {
      kind: 'records',
      ...watching(query, scope),
      read: selection.shape.read,
      leaves: selection.leaves,
      rows: sql`SELECT ${selection.columns.sql} ${rest}`,
      ids: sql`SELECT ${scope.id} ${rest}`,
      byIds: sql`SELECT ${selection.columns.sql} ${listed}`,
      maxBatchSize: selection.maxBatchSize,
      objects: scope.objects,
      ...plannedWindow(query, scope.source),
    };
  }

  #select(query: SoqlQuery, scope: RecordScope, selection: RecordSelection, level: number): void {
    let subqueries = 0;
    for (const item of expandFields(query, scope)) {
      if (item.kind === 'expression') selection.add(item);
      else if (item.kind === 'typeof') selection.addTypeof(item);
      else if (item.kind === 'subquery') {
        if (++subqueries > MAX_SUBQUERIES) {
          const reason = `Maximum of ${MAX_SUBQUERIES} child relationship subqueries exceeded`;
          throw scope.source.refusal('MALFORMED_QUERY', reason, item.query.from);
        }
        if (item.query.offset !== undefined && query.limit !== 1) {
          const reason = 'OFFSET is only allowed in a subquery when the outer query has LIMIT 1';
          throw scope.source.refusal('MALFORMED_QUERY', reason, item.query.from);
        }
        this.#selectChildren(item, scope, selection, level + 1);
      }
    }
  }

  /** `(SELECT … FROM Contacts)`: the children of one record at a time, found by the index of their reference. */
  #selectChildren(
    { query }: ChildSubquery,
    parent: RecordScope,
    selection: RecordSelection,
    level: number,
  ): void {
    const { name, child, field } = childRelationship(query, parent, level);
    const scope = new RecordScope(parent.catalog, parent.source, child, query.from);
    requireSupportedInChildren(query, scope);
    const reference = sql`${scope.root.table}.${identifier(field.name)}`;
    const link = sql`${reference} = ${bind((run) => run.parentId ?? null)}`;
    const plan = this.#plan(query, scope, level, [link]);
    parent.use(plan.objects);
    const id = selection.idPlace;
    selection.addComputed(name, (row, context) => context.children(plan, String(row[id])));
  }
}

/** `FOR VIEW` and `FOR REFERENCE`; viewing a record is referencing it too. */
function watching(query: SoqlQuery, { object }: RecordScope): Pick<RecordPlan, 'watched'> {
  if (!query.for) return {};
  return { watched: { object, viewed: query.for.includes('VIEW') } };
}

/**
 * The children that a subquery asks for.
 *
 * @throws OrgError for a relationship that there is not, or at a level that is too deep.
 */
export function childRelationship(
  query: SoqlQuery,
  { catalog, source, object }: RecordScope,
  level: number,
): { readonly name: string; readonly child: ObjectSchema; readonly field: FieldDefinition } {
  const refusal = (reason: string) => source.refusal('MALFORMED_QUERY', reason, query.from);
  if (level > MAX_LEVELS) throw refusal(`Maximum of ${MAX_LEVELS} levels of relationships exceeded`);
  if (isAggregateQuery(query)) throw refusal('Aggregates and GROUP BY are not allowed in a subquery');
  // `FROM Account.Contacts` is the long form.
  const wanted = query.from.sobject.slice(query.from.sobject.lastIndexOf('.') + 1);
  const relationship = catalog.child(object, wanted);
  if (relationship?.name) {
    return { name: relationship.name, child: relationship.child, field: relationship.field };
  }
  const reason = noSuchRelationship(wanted, 'FROM part of query call');
  throw source.refusal('INVALID_TYPE', reason, query.from);
}

function sortExpression(node: Expression, scope: RecordScope): PlannedExpression {
  if (!isAggregateCall(node)) return planExpression(scope, node);
  const reason = 'Aggregate functions are not allowed in ORDER BY without GROUP BY';
  throw scope.source.refusal('MALFORMED_QUERY', reason, node);
}
