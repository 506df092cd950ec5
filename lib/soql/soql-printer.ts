import type { Condition } from './ast/condition.js';
import type { Expression, FieldPath, FunctionCall } from './ast/expression.js';
import type { Literal } from './ast/literal.js';
import type { SelectItem, TypeofSelection } from './ast/select-item.js';
import type { FromClause, GroupByClause, OrderByItem, SoqlQuery } from './ast/soql-query.js';
import type { DataCategoryFilter, WithClause } from './ast/with-clause.js';
import { quoteLikePattern, quoteSoqlString } from './soql-string.js';

/** The text of a query. Nothing else in the library writes SOQL. */
export function printSoql(query: SoqlQuery): string {
  let text = `SELECT ${joined(query.select, printSelectItem)} FROM ${printFrom(query.from)}`;
  if (query.scope !== undefined) text += ` USING SCOPE ${query.scope}`;
  if (query.where) text += ` WHERE ${printCondition(query.where)}`;
  if (query.with) text += ` WITH ${printWith(query.with)}`;
  if (query.groupBy) text += ` GROUP BY ${printGroupBy(query.groupBy)}`;
  if (query.having) text += ` HAVING ${printCondition(query.having)}`;
  if (query.orderBy) text += ` ORDER BY ${joined(query.orderBy, printOrderByItem)}`;
  if (query.limit !== undefined) text += ` LIMIT ${query.limit}`;
  if (query.offset !== undefined) text += ` OFFSET ${query.offset}`;
  for (const purpose of query.for ?? []) text += ` FOR ${purpose}`;
  if (query.update) text += ` UPDATE ${query.update.join(', ')}`;
  if (query.allRows) text += ' ALL ROWS';
  return text;
}

/** A value as it stands in a query; `'…'` with everything escaped that could end it. */
export function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'string':
      return quoteSoqlString(literal.value);
    case 'number':
      return (literal.currency ?? '') + literal.text;
    case 'boolean':
      return literal.value ? 'TRUE' : 'FALSE';
    case 'null':
      return 'null';
    case 'date':
    case 'datetime':
    case 'time':
      return literal.text;
    case 'relative-date':
      return literal.n === undefined ? literal.name : `${literal.name}:${literal.n}`;
  }
}

/** The literal of the pattern of a LIKE, whose escaped wildcards stay escaped. */
export function printLikePattern(literal: Literal): string {
  return literal.kind === 'string' ? quoteLikePattern(literal.value) : printLiteral(literal);
}

export function printSelectItem(item: SelectItem): string {
  switch (item.kind) {
    case 'expression':
      return withAlias(printExpression(item.expression), item.alias);
    case 'fields':
      return `FIELDS(${item.group})`;
    case 'typeof':
      return printTypeof(item);
    case 'subquery':
      return `(${printSoql(item.query)})`;
  }
}

function printTypeof(item: TypeofSelection): string {
  const branches = item.when.map(({ sobject, fields }) => ` WHEN ${sobject} THEN ${printFields(fields)}`);
  const otherwise = item.otherwise ? ` ELSE ${printFields(item.otherwise)}` : '';
  return `TYPEOF ${printExpression(item.relationship)}${branches.join('')}${otherwise} END`;
}

function printFields(fields: readonly FieldPath[]): string {
  return joined(fields, printExpression);
}

function printFrom(from: FromClause): string {
  let text = withAlias(from.sobject, from.alias);
  for (const { path, alias } of from.related ?? []) text += `, ${withAlias(path.join('.'), alias)}`;
  return text;
}

export function printWith(clause: WithClause): string {
  switch (clause.kind) {
    case 'security':
      return clause.mode;
    case 'data-category':
      return `DATA CATEGORY ${clause.filters.map(printDataCategoryFilter).join(' AND ')}`;
    case 'filter':
      return printCondition(clause.condition);
    case 'context':
      return `${clause.name} (${clause.settings.map(({ name, value }) => `${name} = ${printLiteral(value)}`).join(', ')})`;
  }
}

function printDataCategoryFilter({ group, selector, categories }: DataCategoryFilter): string {
  const names = categories.join(', ');
  return `${group} ${selector} ${categories.length === 1 ? names : `(${names})`}`;
}

function printGroupBy({ kind, expressions }: GroupByClause): string {
  const list = joined(expressions, printExpression);
  return kind === 'plain' ? list : `${kind.toUpperCase()}(${list})`;
}

export function printOrderByItem({ expression, direction, nulls }: OrderByItem): string {
  return (
    printExpression(expression) +
    (direction === undefined ? '' : ` ${direction}`) +
    (nulls === undefined ? '' : ` NULLS ${nulls}`)
  );
}

function printExpression(expression: Expression): string {
  return expression.kind === 'field' ? printPath(expression.path) : printFunctionCall(expression);
}

function printFunctionCall({ name, args }: FunctionCall): string {
  return `${name}(${joined(args, printArgument)})`;
}

function printArgument(argument: Expression | Literal): string {
  return argument.kind === 'field' || argument.kind === 'function'
    ? printExpression(argument)
    : printLiteral(argument);
}

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'comparison':
      return `${printExpression(condition.left)} ${condition.operator} ${
        condition.operator === 'LIKE' ? printLikePattern(condition.right) : printLiteral(condition.right)
      }`;
    case 'membership':
      return `${printExpression(condition.left)} ${condition.negated ? 'NOT IN' : 'IN'} ${printList(condition.values)}`;
    case 'semi-join':
      return `${printExpression(condition.left)} ${condition.negated ? 'NOT IN' : 'IN'} (${printSoql(condition.query)})`;
    case 'inclusion':
      return `${printExpression(condition.left)} ${condition.negated ? 'EXCLUDES' : 'INCLUDES'} ${printList(condition.values)}`;
    case 'and':
    case 'or':
      return joined(condition.conditions, printOperand, condition.kind === 'and' ? ' AND ' : ' OR ');
    case 'not':
      return `NOT ${printOperand(condition.condition)}`;
  }
}

/** The language knows no precedence between AND, OR and NOT: whatever is made of several words is parenthesised. */
function printOperand(condition: Condition): string {
  const compound = condition.kind === 'and' || condition.kind === 'or' || condition.kind === 'not';
  return compound ? `(${printCondition(condition)})` : printCondition(condition);
}

function printList(values: readonly Literal[]): string {
  return `(${joined(values, printLiteral)})`;
}

function withAlias(text: string, alias: string | undefined): string {
  return alias === undefined ? text : `${text} ${alias}`;
}

/** Most paths are one name, which then is the text. */
function printPath(path: readonly string[]): string {
  let text = path[0] ?? '';
  for (let i = 1; i < path.length; i++) text += `.${path[i]}`;
  return text;
}

/** What `map` and `join` give, without the array between: joining texts is what printing spends its time on. */
function joined<T>(items: readonly T[], print: (item: T) => string, separator = ', '): string {
  let text = '';
  for (const item of items) text += text === '' ? print(item) : separator + print(item);
  return text;
}
