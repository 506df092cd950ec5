import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import type { FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { comparison, inclusion, membership } from '../soql/ast/factories/condition.factory.js';
import { relativeDateLiteral, stringLiteral } from '../soql/ast/factories/literal.factory.js';
import type { ComparisonOperator } from '../soql/ast/condition.js';
import type { FieldPath } from '../soql/ast/expression.js';
import type { Literal, StringLiteral } from '../soql/ast/literal.js';
import { literalFor } from '../soql/soql-literal.js';
import { escapeLike } from '../soql/soql-string.js';
import { all, type Predicate } from './condition-algebra.js';
import { isDated, isFilterable, isOrdered, isText } from './field-abilities.js';
import { isPlainData } from './plain-data.js';
import { RelativeDate } from '../soql/relative-date.js';

/** The field of a condition. */
export interface ConditionTarget {
  readonly field: FieldMetadata;
  readonly path: FieldPath;
  /** How messages call it: `Contact.account.industry`. */
  readonly name: string;
}

type Operator = (target: ConditionTarget, operand: unknown) => Predicate;

// A map: a key that came with the data, such as `constructor`, finds nothing of a prototype in it.
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['equals', (target, value) => comparison(target.path, '=', literal(target, value))],
  ['not', (target, value) => comparison(target.path, '!=', literal(target, value))],
  ['in', (target, values) => isMember(target, values, false)],
  ['notIn', (target, values) => isMember(target, values, true)],
  ['gt', (target, value) => isOrderedAs(target, '>', value)],
  ['gte', (target, value) => isOrderedAs(target, '>=', value)],
  ['lt', (target, value) => isOrderedAs(target, '<', value)],
  ['lte', (target, value) => isOrderedAs(target, '<=', value)],
  ['contains', (target, text) => matches(target, text, (escaped) => `%${escaped}%`)],
  ['startsWith', (target, text) => matches(target, text, (escaped) => `${escaped}%`)],
  ['endsWith', (target, text) => matches(target, text, (escaped) => `%${escaped}`)],
  ['like', (target, pattern) => isLike(target, textOf(target, pattern))],
  ['includes', (target, items) => hasItems(target, items, false)],
  ['excludes', (target, items) => hasItems(target, items, true)],
]);

/**
 * The condition on one field: a value to equal, or an object of operators that must all hold.
 *
 * @throws InvalidQueryException naming the property and what to do.
 */
export function compileFieldCondition(target: ConditionTarget, condition: unknown): Predicate {
  if (!isFilterable(target.field)) {
    throw refusal(
      target,
      `fields of type ${target.field.type} such as this one take no condition. Leave it out.`,
    );
  }
  if (!isPlainData(condition)) return comparison(target.path, '=', literal(target, condition));
  const operators = Object.entries(condition);
  if (operators.length === 0) {
    throw refusal(target, 'the condition has no operator. Name one, or leave the property out.');
  }
  return all(operators.map(([name, operand]) => operatorOf(target, name)(target, operand)));
}

function operatorOf(target: ConditionTarget, name: string): Operator {
  const operator = OPERATORS.get(name);
  if (operator) return operator;
  throw refusal(target, `'${name}' is no operator. There are ${[...OPERATORS.keys()].join(', ')}.`);
}

function literal(target: ConditionTarget, value: unknown): Literal {
  if (value === null && target.field.type === 'boolean') {
    throw refusal(target, 'a boolean field is never null. Compare it with true or false.');
  }
  if (value instanceof RelativeDate && isDated(target.field)) return relativeDateLiteral(value.name, value.n);
  return convert(target, value);
}

function convert(target: ConditionTarget, value: unknown): Literal {
  try {
    return literalFor(target.field.type, value);
  } catch (error) {
    if (!(error instanceof InvalidQueryException)) throw error;
    throw new InvalidQueryException(`${target.name}: ${error.message}`, { cause: error });
  }
}

function isMember(target: ConditionTarget, values: unknown, negated: boolean): Predicate {
  if (target.field.type === 'multipicklist') {
    throw refusal(target, 'a multi-picklist is no member of a list. Use includes or excludes.');
  }
  const list = listOf(target, values);
  // The platform has no empty list: it would be a syntax error, and left out it would find everything.
  return list.length === 0
    ? negated
    : membership(
        target.path,
        list.map((value) => convert(target, value)),
        negated,
      );
}

function isOrderedAs(target: ConditionTarget, operator: ComparisonOperator, value: unknown): Predicate {
  if (!isOrdered(target.field)) {
    throw refusal(target, `fields of type ${target.field.type} have no order. Compare for equality.`);
  }
  if (value === null) {
    throw refusal(target, 'null comes neither before nor after a value. Use equals or not with null.');
  }
  return comparison(target.path, operator, literal(target, value));
}

function matches(target: ConditionTarget, text: unknown, pattern: (escaped: string) => string): Predicate {
  return isLike(target, pattern(escapeLike(textOf(target, text))));
}

function isLike(target: ConditionTarget, pattern: string): Predicate {
  if (!isText(target.field)) {
    throw refusal(
      target,
      `fields of type ${target.field.type} are matched by no pattern. Compare for equality.`,
    );
  }
  return comparison(target.path, 'LIKE', stringLiteral(pattern));
}

function textOf(target: ConditionTarget, value: unknown): string {
  if (typeof value === 'string') return value;
  throw refusal(target, 'a pattern is a text. Leave the operator out when there is none.');
}

function hasItems(target: ConditionTarget, items: unknown, negated: boolean): Predicate {
  if (target.field.type !== 'multipicklist') {
    throw refusal(target, 'includes and excludes are for multi-picklists. Use in or notIn.');
  }
  const list = listOf(target, items);
  return list.length === 0
    ? negated
    : inclusion(
        target.path,
        list.map((item) => convert(target, item) as StringLiteral),
        negated,
      );
}

function listOf(target: ConditionTarget, values: unknown): readonly unknown[] {
  if (!Array.isArray(values)) throw refusal(target, 'the operator takes an array.');
  if (values.includes(null)) {
    throw refusal(target, 'null is no member of a list. Ask for it apart: OR with equals null.');
  }
  return values;
}

function refusal(target: ConditionTarget, reason: string): InvalidQueryException {
  return new InvalidQueryException(`${target.name}: ${reason}`);
}
