import type { Condition } from '../../lib/soql/ast/condition.js';
import type { Expression } from '../../lib/soql/ast/expression.js';
import type { Literal } from '../../lib/soql/ast/literal.js';
import type { SelectItem } from '../../lib/soql/ast/select-item.js';
import type { SoqlQuery } from '../../lib/soql/ast/soql-query.js';
import type { WithClause } from '../../lib/soql/ast/with-clause.js';

/** What a query says, without what sets one parser's tree apart from another's: two of them agree when these are equal. */
export interface QueryReading {
  readonly select: readonly ItemReading[];
  readonly from: string;
  readonly scope?: string;
  readonly where?: ConditionReading;
  readonly with?: string;
  readonly groupBy?: readonly string[];
  readonly having?: ConditionReading;
  readonly orderBy?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  readonly for?: readonly string[];
  readonly update?: readonly string[];
}

export type ItemReading = string | QueryReading;

/** `left operator values`, the same with a query in place of values, or an operator with its operands. */
export type ConditionReading =
  | string
  | { readonly test: string; readonly query: QueryReading }
  | { readonly operator: string; readonly operands: readonly ConditionReading[] };

/** A query as the library reads it. */
export function readingOf(query: SoqlQuery): QueryReading {
  const { from, groupBy } = query;
  return {
    select: query.select.map(itemReading),
    from: aliased(from.sobject, from.alias),
    scope: query.scope,
    where: query.where && conditionReading(query.where),
    with: query.with && withReading(query.with),
    groupBy:
      groupBy?.kind === 'plain' || !groupBy
        ? groupBy?.expressions.map(expressionText)
        : [`${groupBy.kind.toUpperCase()}(${groupBy.expressions.map(expressionText).join(', ')})`],
    having: query.having && conditionReading(query.having),
    orderBy: query.orderBy?.map(({ expression, direction, nulls }) =>
      orderText(expressionText(expression), direction, nulls),
    ),
    limit: query.limit,
    offset: query.offset,
    for: query.for,
    update: query.update,
  };
}

/** A name with its alias, if it has one. */
export function aliased(text: string, alias: string | undefined): string {
  return alias === undefined ? text : `${text} AS ${alias}`;
}

/** A function with its arguments. */
export function callText(name: string, args: readonly string[]): string {
  return `${name.toUpperCase()}(${args.join(', ')})`;
}

/** A key of an order. */
export function orderText(text: string, direction: string | undefined, nulls: string | undefined): string {
  return [text, direction, nulls && `NULLS ${nulls}`].filter(Boolean).join(' ');
}

/** A TYPEOF; the fields of ELSE stand under that name. */
export function typeofText(
  relationship: string,
  branches: readonly (readonly [of: string, fields: readonly string[]])[],
): string {
  return `TYPEOF ${relationship}: ${branches.map(([of, fields]) => `${of} (${fields.join(', ')})`).join(' ')}`;
}

/** Filters on data categories, each with its categories. */
export function categoriesText(
  filters: readonly { group: string; selector: string; categories: readonly string[] }[],
): string {
  return filters
    .map(({ group, selector, categories }) => `${group} ${selector} (${categories.join(', ')})`)
    .join(' AND ');
}

function itemReading(item: SelectItem): ItemReading {
  switch (item.kind) {
    case 'expression':
      return aliased(expressionText(item.expression), item.alias);
    case 'fields':
      return callText('FIELDS', [item.group]);
    case 'subquery':
      return readingOf(item.query);
    case 'typeof':
      return typeofText(expressionText(item.relationship), [
        ...item.when.map(({ sobject, fields }) => [sobject, fields.map(expressionText)] as const),
        ...(item.otherwise ? [['ELSE', item.otherwise.map(expressionText)] as const] : []),
      ]);
  }
}

function expressionText(expression: Expression): string {
  if (expression.kind === 'field') return expression.path.join('.');
  return callText(
    expression.name,
    expression.args.map((argument) =>
      argument.kind === 'field' || argument.kind === 'function'
        ? expressionText(argument)
        : literalText(argument),
    ),
  );
}

function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
      return JSON.stringify(literal.value);
    case 'number':
      return (literal.currency ?? '') + literal.text;
    case 'boolean':
      return String(literal.value);
    case 'null':
      return 'null';
    case 'relative-date':
      return literal.n === undefined ? literal.name : `${literal.name}:${literal.n}`;
    default:
      return literal.text;
  }
}

function conditionReading(condition: Condition): ConditionReading {
  switch (condition.kind) {
    case 'comparison':
      return `${expressionText(condition.left)} ${condition.operator} ${literalText(condition.right)}`;
    case 'membership':
      return `${expressionText(condition.left)} ${condition.negated ? 'NOT IN' : 'IN'} ${listText(condition.values)}`;
    case 'inclusion':
      return `${expressionText(condition.left)} ${condition.negated ? 'EXCLUDES' : 'INCLUDES'} ${listText(condition.values)}`;
    case 'semi-join':
      return {
        test: `${expressionText(condition.left)} ${condition.negated ? 'NOT IN' : 'IN'}`,
        query: readingOf(condition.query),
      };
    case 'not':
      return { operator: 'NOT', operands: [conditionReading(condition.condition)] };
    default:
      return {
        operator: condition.kind.toUpperCase(),
        operands: condition.conditions.map(conditionReading),
      };
  }
}

function listText(values: readonly Literal[]): string {
  return `(${values.map(literalText).join(', ')})`;
}

function withReading(clause: WithClause): string {
  if (clause.kind === 'security') return clause.mode;
  return clause.kind === 'data-category' ? categoriesText(clause.filters) : clause.kind;
}
