import type { Condition } from '../../../soql/ast/condition.js';
import type { Expression } from '../../../soql/ast/expression.js';
import type { SelectedExpression, SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { planExpression } from './expression-planner.js';
import { isAggregateCall } from './functions/aggregate-functions.js';
import type { FieldType } from '../../../protocol/field-type.type.js';
import { AggregateAttributes } from './aggregate-attributes.js';
import { groupingSets, planGroupBy, type GroupingSet } from './group-by.js';
import { planOrderBy } from './order-by.js';
import { sortable } from './picklist-order.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import type { AggregatePlan, CountPlan } from './query-plan.interface.js';
import { onlySelected } from './query-refusals.js';
import type { RecordScope } from './record-scope.js';
import { RecordShape } from './record-shape.js';
import { planRowFilter } from './row-filter.js';
import { plannedWindow, ROW_WINDOW } from './row-window.js';
import { bind, FALSE, joinSql, NULL, sql, TRUE, type SqlFragment } from './sql-fragment.js';
import { isText } from '../case-folding.js';
import { folded } from './folded.js';
import { expressionReader } from './value-reader.js';
import { planCondition } from './where/condition-planner.js';

/** Whether a query gives groups or overall values rather than records. */
export function isAggregateQuery({ groupBy, select }: SoqlQuery): boolean {
  return (
    groupBy !== undefined ||
    select.some((item) => item.kind === 'expression' && isAggregateCall(item.expression))
  );
}

/** `SELECT COUNT() FROM …`: nothing but the number of records that the query would give. */
export function planCount(query: SoqlQuery, scope: RecordScope, allRows: boolean): CountPlan | undefined {
  const [item, ...others] = query.select;
  if (item?.kind !== 'expression' || item.expression.kind !== 'function') return undefined;
  if (item.expression.name.toUpperCase() !== 'COUNT' || item.expression.args.length > 0) return undefined;
  if (others.length > 0 || query.groupBy || query.orderBy) {
    const reason = 'COUNT() must be the only element of the select list, without GROUP BY and ORDER BY';
    throw scope.source.refusal('MALFORMED_QUERY', reason, item.expression);
  }
  const filter = planRowFilter(query, scope, allRows);
  const { limit = -1, offset = 0 } = plannedWindow(query, scope.source);
  const window = sql`LIMIT ${bind(limit)} OFFSET ${bind(offset)}`;
  const count = sql`SELECT COUNT(*) FROM (SELECT 1 FROM ${scope.from} WHERE ${filter} ${window})`;
  return { kind: 'count', count, objects: scope.objects };
}

/** Plans queries with GROUP BY, and those that aggregate all records into one row. */
export class AggregatePlanner {
  readonly #scope: RecordScope;
  readonly #query: SoqlQuery;
  readonly #groups: ReadonlyMap<string, PlannedExpression>;
  readonly #columns: ((set: GroupingSet) => SqlFragment)[] = [];
  readonly #decimals: string[] = [];
  readonly #attributes = new AggregateAttributes(this.#decimals);
  readonly #shape = new RecordShape(() => this.#attributes);
  #unnamed = 0;

  constructor(query: SoqlQuery, scope: RecordScope) {
    this.#query = query;
    this.#scope = scope;
    this.#groups = planGroupBy(query.groupBy, scope);
  }

  plan(allRows: boolean): AggregatePlan {
    const { limit, groupBy, orderBy = [] } = this.#query;
    if (!groupBy && limit !== undefined) {
      const reason = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
      throw this.#scope.source.refusal('MALFORMED_QUERY', reason);
    }
    for (const item of this.#query.select) this.#select(item);
    const keys = planOrderBy(orderBy, this.#scope.source, (node) => this.#grouped(node));
    const order = keys.map(({ expression, direction }) => {
      const place = this.#columns.push((set) => sortable(expression, this.#within(set, expression)));
      return sql`${{ text: String(place), parameters: [] }} ${direction}`;
    });
    const filter = planRowFilter(this.#query, this.#scope, allRows);
    const sets = groupingSets(groupBy?.kind ?? 'plain', [...this.#groups.keys()]);
    const groups = joinSql(
      sets.map((set) => this.#statement(set, filter)),
      ' UNION ALL ',
    );
    const sorted = order.length > 0 ? sql`${groups} ORDER BY ${joinSql(order, ', ')}` : groups;
    return {
      kind: 'aggregate',
      read: this.#shape.read,
      rows: sql`${sorted} ${ROW_WINDOW}`,
      objects: this.#scope.objects,
      ...plannedWindow(this.#query, this.#scope.source),
    };
  }

  #statement(set: GroupingSet, filter: SqlFragment): SqlFragment {
    const columns = joinSql(
      this.#columns.map((column) => column(set)),
      ', ',
    );
    const keys = [...set].map((key) => {
      const group = this.#groups.get(key)!;
      return folded(group, group.sql);
    });
    const groupBy = keys.length > 0 ? sql` GROUP BY ${joinSql(keys, ', ')}` : EMPTY;
    const having = this.#query.having ? sql` HAVING ${this.#having(this.#query.having, set)}` : EMPTY;
    return sql`SELECT ${columns} FROM ${this.#scope.from} WHERE ${filter}${groupBy}${having}`;
  }

  #select(item: SelectItem): void {
    const { source } = this.#scope;
    if (item.kind !== 'expression') {
      throw source.refusal('MALFORMED_QUERY', 'Only fields and functions can be selected in a grouped query');
    }
    const planned = this.#grouped(item.expression);
    const name = this.#nameOf(item, planned);
    if (this.#shape.has(name)) {
      throw source.refusal('MALFORMED_QUERY', `duplicate alias: ${name}`, item.expression);
    }
    const place = this.#columns.push((set) => this.#within(set, planned)) - 1;
    this.#shape.add(name, expressionReader(place, planned));
    if (DECIMAL_TYPES.has(planned.type)) this.#decimals.push(name);
  }

  #nameOf({ alias }: SelectedExpression, planned: PlannedExpression): string {
    return alias ?? planned.field?.field.name ?? `expr${this.#unnamed++}`;
  }

  /** An aggregate, or an expression that the query groups by. */
  #grouped(node: Expression): PlannedExpression {
    if (node.kind === 'function' && node.name.toUpperCase() === 'GROUPING') return this.#grouping(node);
    const planned = planExpression(this.#scope, node);
    if (planned.aggregate || this.#groups.has(planned.key)) return planned;
    const reason = `Field must be grouped or aggregated: ${planned.name}`;
    throw this.#scope.source.refusal('MALFORMED_QUERY', reason, node);
  }

  /** `GROUPING(field)`: 1 in the subtotals that leave the field out. */
  #grouping(node: Extract<Expression, { kind: 'function' }>): PlannedExpression {
    const [argument] = node.args;
    if (argument?.kind !== 'field' && argument?.kind !== 'function') {
      throw this.#scope.source.refusal('MALFORMED_QUERY', 'GROUPING needs a grouped field', node);
    }
    const { key } = this.#grouped(argument);
    return {
      sql: NULL,
      type: 'int',
      name: 'GROUPING',
      key: `GROUPING(${key})`,
      groupingOf: key,
      aggregate: true,
    };
  }

  /** The value of an expression among the groups of one set. */
  #within(set: GroupingSet, planned: PlannedExpression): SqlFragment {
    if (planned.groupingOf !== undefined) return set.has(planned.groupingOf) ? FALSE : TRUE;
    if (planned.aggregate) return planned.sql;
    return set.has(planned.key) ? representative(planned) : NULL;
  }

  #having(condition: Condition, set: GroupingSet): SqlFragment {
    const { source } = this.#scope;
    return planCondition(condition, {
      source,
      expression: (node) => {
        const planned = this.#grouped(node);
        if (planned.selectOnly) {
          throw source.refusal('MALFORMED_QUERY', onlySelected(planned.key, 'HAVING'), node);
        }
        return { ...planned, sql: this.#within(set, planned) };
      },
      semiJoin: (node) => {
        throw source.refusal('MALFORMED_QUERY', 'Semi join sub-selects are not allowed in HAVING', node);
      },
    });
  }
}

const DECIMAL_TYPES: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);
const EMPTY: SqlFragment = { text: '', parameters: [] };

/** Texts that differ in case only are one group, which shows one of them, always the same. */
function representative({ sql: value, type }: PlannedExpression): SqlFragment {
  return isText(type) ? sql`MIN(${value})` : value;
}
