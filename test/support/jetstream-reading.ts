import type {
  Condition,
  ConditionWithValueQuery,
  FieldFunctionExpression,
  FieldType,
  FunctionExp,
  HavingClause,
  LiteralType,
  OrderByClause,
  Query,
  Subquery,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import {
  aliased,
  callText,
  categoriesText,
  orderText,
  typeofText,
  type ConditionReading,
  type ItemReading,
  type QueryReading,
} from './soql-reading.js';

/** A query as `@jetstreamapp/soql-parser-js` reads it. */
export function jetstreamReading(query: Query | Subquery): QueryReading {
  return {
    select: (query.fields ?? []).map(itemReading),
    from: aliased(objectName(query), query.sObjectAlias),
    scope: query.usingScope,
    where: query.where && conditionReading(query.where),
    with: withText(query),
    groupBy: query.groupBy && listOf(query.groupBy).map(keyText),
    having: query.having && conditionReading(query.having),
    orderBy: query.orderBy && listOf(query.orderBy).map(orderByText),
    limit: query.limit,
    offset: query.offset,
    for: query.for && [query.for],
    update: query.update && [query.update],
  };
}

function objectName(query: Query | Subquery): string {
  if (!('relationshipName' in query)) return query.sObject ?? '';
  return [...(query.sObjectPrefix ?? []), query.relationshipName].join('.');
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function itemReading(item: FieldType): ItemReading {
  switch (item.type) {
    case 'Field':
      return aliased(path('objectPrefix' in item && item.objectPrefix, [], item.field), item.alias);
    case 'FieldRelationship':
      return aliased(
        path('objectPrefix' in item && item.objectPrefix, item.relationships, item.field),
        'alias' in item ? item.alias : undefined,
      );
    case 'FieldFunctionExpression':
      return aliased(functionText(item), item.alias);
    case 'FieldSubquery':
      return jetstreamReading(item.subquery);
    case 'FieldTypeof':
      return typeofText(
        item.field,
        item.conditions.map(({ objectType, fieldList }) => [objectType ?? 'ELSE', fieldList]),
      );
  }
}

function path(prefix: string | false, relationships: readonly string[], field: string): string {
  return [...(prefix ? [prefix] : []), ...relationships, field].join('.');
}

function functionText({ functionName = '', parameters = [] }: FunctionExp | FieldFunctionExpression): string {
  const args = parameters.map((parameter) =>
    typeof parameter === 'string' ? argumentText(parameter) : functionText(parameter),
  );
  return callText(
    functionName,
    /^fields$/i.test(functionName) ? args.map((group) => group.toUpperCase()) : args,
  );
}

function argumentText(text: string): string {
  return text.startsWith("'") ? stringText(text, false) : text;
}

function keyText(key: { readonly field: string } | { readonly fn: FunctionExp }): string {
  return 'field' in key ? key.field : functionText(key.fn);
}

function orderByText(key: OrderByClause): string {
  return orderText(keyText(key), key.order, key.nulls);
}

function withText(query: Query | Subquery): string | undefined {
  if (query.withSecurityEnforced) return 'SECURITY_ENFORCED';
  if (query.withAccessLevel) return query.withAccessLevel;
  return (
    query.withDataCategory &&
    categoriesText(
      query.withDataCategory.conditions.map(({ groupName, selector, parameters }) => ({
        group: groupName,
        selector,
        categories: parameters,
      })),
    )
  );
}

/** Its conditions are a chain with counts of parentheses; this puts the chain into tokens and reads them as a tree. */
function conditionReading(clause: WhereClause | HavingClause): ConditionReading {
  const tokens = [...tokensOf(clause)];
  const reading = readChain(tokens);
  if (tokens.length > 0) throw new TypeError('more parentheses are closed than opened');
  return reading;
}

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly reading: ConditionReading };

function* tokensOf(clause: WhereClause | HavingClause): Generator<Token> {
  const { left } = clause;
  if (left) {
    const closed = 'closeParen' in left ? left.closeParen : undefined;
    yield* Array<'('>(left.openParen ?? 0).fill('(');
    if ('operator' in left) yield { reading: testReading(left) };
    yield* Array<')'>(closed ?? 0).fill(')');
  }
  if (!('operator' in clause)) return;
  yield clause.operator;
  yield* tokensOf(clause.right);
}

/** It takes AND and OR side by side; where they are, the operator is neither. */
function readChain(tokens: Token[]): ConditionReading {
  const operands = [readOperand(tokens)];
  const operators = new Set<string>();
  for (let operator = tokens[0]; operator === 'AND' || operator === 'OR'; operator = tokens[0]) {
    tokens.shift();
    operators.add(operator);
    operands.push(readOperand(tokens));
  }
  return operands.length === 1 ? operands[0]! : { operator: [...operators].join(' with '), operands };
}

function readOperand(tokens: Token[]): ConditionReading {
  const token = tokens.shift();
  if (token === 'NOT') return { operator: 'NOT', operands: [readOperand(tokens)] };
  if (token === '(') {
    const reading = readChain(tokens);
    if (tokens.shift() !== ')') throw new TypeError('a parenthesis is not closed');
    return reading;
  }
  if (typeof token !== 'object') throw new TypeError(`${token} instead of a condition`);
  return token.reading;
}

function testReading(
  condition: Exclude<Condition | ConditionWithValueQuery, { operator?: never }>,
): ConditionReading {
  if (!('operator' in condition)) throw new TypeError('a negation is no test');
  const left = 'fn' in condition ? functionText(condition.fn) : condition.field;
  // Operators are kept as they are written.
  const operator = condition.operator.toUpperCase().replace('<>', '!=');
  const test = `${left} ${operator}`;
  if ('valueQuery' in condition) return { test, query: jetstreamReading(condition.valueQuery) };
  const { value, literalType } = condition;
  const isPattern = operator === 'LIKE';
  if (!Array.isArray(value)) return `${test} ${valueText(value, listOf(literalType)[0], isPattern)}`;
  const types = listOf(literalType);
  const values = value.map((item: string, i: number) => valueText(item, types[i] ?? types[0], isPattern));
  return `${test} (${values.join(', ')})`;
}

function valueText(value: string, type: LiteralType | undefined, isPattern: boolean): string {
  switch (type) {
    case 'STRING':
      return stringText(value, isPattern);
    case 'BOOLEAN':
    case 'NULL':
      return value.toLowerCase();
    case 'DATE':
    case 'DATETIME':
      return value;
    default:
      return value.toUpperCase();
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** It keeps strings as they are written, quotes included. In a pattern the escapes of wildcards mean something. */
function stringText(written: string, isPattern: boolean): string {
  const text = written.slice(1, -1).replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gis, (escape, hex, letter) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (isPattern && '%_\\'.includes(letter)) return escape;
    return ESCAPES[String(letter).toLowerCase()] ?? letter;
  });
  return JSON.stringify(text);
}
