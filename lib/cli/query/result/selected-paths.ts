import type { Expression, FieldPath, FunctionCall } from '../../../soql/ast/expression.js';
import type { Literal } from '../../../soql/ast/literal.js';
import type { SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { isAggregate, withoutAliases } from '../../../soql/query-limits.js';

/** A column that a query asks for: a field by its path, all that is selected of a parent, or whatever else there is. */
export interface SelectedPath {
  readonly kind: 'field' | 'parent' | 'rest';
  readonly path: readonly string[];
}

/** The columns a query asks for, in its order. */
export function selectedPaths(query: SoqlQuery): readonly SelectedPath[] {
  let unnamed = 0;
  const groups = query.groupBy !== undefined || query.select.some(isAggregateItem);
  return query.select.map((item): SelectedPath => {
    if (item.kind === 'fields') return { kind: 'rest', path: [] };
    if (item.kind === 'subquery')
      return { kind: 'field', path: item.query.from.sobject.split('.').slice(-1) };
    if (item.kind === 'typeof') return { kind: 'parent', path: pathIn(query, item.relationship) };
    const { expression, alias } = item;
    if (alias !== undefined) return { kind: 'field', path: [alias] };
    const field = isAggregate(expression) ? undefined : fieldOf(expression);
    if (!field) return { kind: 'field', path: [`expr${unnamed++}`] };
    // A group has no parents: the field goes by its own name.
    return { kind: 'field', path: groups ? field.path.slice(-1) : pathIn(query, field) };
  });
}

/** Whether a query asks for nothing but how many records there are, so that there are none in its answer. */
export function isCount({ select: [item], groupBy }: SoqlQuery): boolean {
  if (groupBy || item?.kind !== 'expression' || item.expression.kind !== 'function') return false;
  const { name, args } = item.expression;
  return name.toUpperCase() === 'COUNT' && args.length === 0;
}

export function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'expression' && isAggregate(item.expression);
}

function pathIn({ from }: SoqlQuery, field: FieldPath): readonly string[] {
  return withoutAliases(field, from);
}

/** The field that a function shows in another way, such as `FORMAT(Amount)`. */
function fieldOf(expression: Expression): FieldPath | undefined {
  if (expression.kind === 'field') return expression;
  return isDisplay(expression) ? expression.args.filter(isExpression).map(fieldOf)[0] : undefined;
}

function isDisplay({ name }: FunctionCall): boolean {
  return ['FORMAT', 'TOLABEL', 'CONVERTCURRENCY'].includes(name.toUpperCase());
}

function isExpression(argument: Expression | Literal): argument is Expression {
  return argument.kind === 'field' || argument.kind === 'function';
}
