import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import { comparison, inclusion, membership } from '../../soql/ast/factories/condition.factory.js';
import { relativeDateLiteral, stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import type { ComparisonOperator } from '../../soql/ast/condition.js';
import type { Expression } from '../../soql/ast/expression.js';
import type { Literal, StringLiteral } from '../../soql/ast/literal.js';
import { isAggregate } from '../../soql/query-limits.js';
import { literalFor } from '../../soql/soql-literal.js';
import { escapeLike } from '../../soql/soql-string.js';
import { all, type Predicate } from './condition-algebra.js';
import { isDated, isOrdered, isText } from './field-abilities.js';
import { RelativeDate } from '../../soql/relative-date.js';

/** What stands on the left of a comparison: a field, or a function of one. */
export interface ComparisonTarget {
  readonly expression: Expression;
  /** Type of the values it is compared with. */
  readonly type: FieldType;
  /** How messages call it: `Contact.account.industry`. */
  readonly name: string;
  /** Turns a value that the application knows by another name into the org's. */
  readonly translate?: (value: unknown) => unknown;
}

type Operator = (target: ComparisonTarget, operand: unknown) => Predicate;

// A map: a key that came with the data, such as `constructor`, finds nothing of a prototype in it.
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['equals', (target, value) => comparison(target.expression, '=', literal(target, value))],
  ['not', (target, value) => comparison(target.expression, '!=', literal(target, value))],
  ['in', (target, values) => isMember(target, values, false)],
  ['notIn', (target, values) => isMember(target, values, true)],
  ['gt', (target, value) => isOrderedAs(target, '>', value)],
  ['gte', (target, value) => isOrderedAs(target, '>=', value)],
  ['lt', (target, value) => isOrderedAs(target, '<', value)],
  ['lte', (target, value) => isOrderedAs(target, '<=', value)],
  ['contains', (target, text) => matches(target, text, '%', '%')],
  ['startsWith', (target, text) => matches(target, text, '', '%')],
  ['endsWith', (target, text) => matches(target, text, '%', '')],
  ['like', (target, pattern) => isLike(target, textOf(target, pattern))],
  ['includes', (target, items) => hasItems(target, items, false)],
  ['excludes', (target, items) => hasItems(target, items, true)],
]);

/** That the target has a value. */
export function compileEquality(target: ComparisonTarget, value: unknown): Predicate {
  return comparison(target.expression, '=', literal(target, value));
}

/**
 * Operators by name, all of which must hold.
 *
 * @param others makes what is no operator, or gives undefined
 * @throws InvalidQueryException naming the target and what to do.
 */
export function compileOperators(
  target: ComparisonTarget,
  operators: Readonly<Record<string, unknown>>,
  others?: (key: string, operand: unknown) => Predicate | undefined,
): Predicate {
  const predicates: Predicate[] = [];
  for (const key of Object.keys(operators)) {
    const operand = operators[key];
    const predicate = OPERATORS.get(key)?.(target, operand) ?? others?.(key, operand);
    if (predicate === undefined) throw noOperator(target, key);
    predicates.push(predicate);
  }
  if (predicates.length > 0) return all(predicates);
  throw refusal(target, 'the condition has no operator. Name one, or leave the property out.');
}

function noOperator(target: ComparisonTarget, key: string): InvalidQueryException {
  return refusal(target, `'${key}' is no operator. There are ${[...OPERATORS.keys()].join(', ')}.`);
}

function literal(target: ComparisonTarget, value: unknown): Literal {
  if (value === null && target.type === 'boolean') {
    throw refusal(target, 'a boolean field is never null. Compare it with true or false.');
  }
  if (value instanceof RelativeDate && isDated(target)) {
    if (target.expression.kind === 'field' || isAggregate(target.expression)) {
      return relativeDateLiteral(value.name, value.n);
    }
    throw refusal(target, 'a part of a date is compared with no date literal. Compare the date itself.');
  }
  return convert(target, value);
}

function convert({ type, name, translate }: ComparisonTarget, value: unknown): Literal {
  try {
    return literalFor(type, translate ? translate(value) : value);
  } catch (error) {
    if (!(error instanceof InvalidQueryException)) throw error;
    throw new InvalidQueryException(`${name}: ${error.message}`, { cause: error });
  }
}

function isMember(target: ComparisonTarget, values: unknown, negated: boolean): Predicate {
  if (target.type === 'multipicklist') {
    throw refusal(target, 'a multi-picklist is no member of a list. Use includes or excludes.');
  }
  const list = listOf(target, values);
  // The platform has no empty list: it would be a syntax error, and left out it would find everything.
  return list.length === 0
    ? negated
    : membership(
        target.expression,
        list.map((value) => convert(target, value)),
        negated,
      );
}

function isOrderedAs(target: ComparisonTarget, operator: ComparisonOperator, value: unknown): Predicate {
  if (!isOrdered(target)) {
    throw refusal(target, `fields of type ${target.type} have no order. Compare for equality.`);
  }
  if (value === null) {
    throw refusal(target, 'null comes neither before nor after a value. Use equals or not with null.');
  }
  return comparison(target.expression, operator, literal(target, value));
}

function matches(target: ComparisonTarget, text: unknown, before: string, after: string): Predicate {
  return isLike(target, before + escapeLike(textOf(target, text)) + after);
}

function isLike(target: ComparisonTarget, pattern: string): Predicate {
  if (!isText(target)) {
    throw refusal(target, `fields of type ${target.type} are matched by no pattern. Compare for equality.`);
  }
  return comparison(target.expression, 'LIKE', stringLiteral(pattern));
}

function textOf(target: ComparisonTarget, value: unknown): string {
  if (typeof value === 'string') return value;
  throw refusal(target, 'a pattern is a text. Leave the operator out when there is none.');
}

function hasItems(target: ComparisonTarget, items: unknown, negated: boolean): Predicate {
  if (target.type !== 'multipicklist') {
    throw refusal(target, 'includes and excludes are for multi-picklists. Use in or notIn.');
  }
  const list = listOf(target, items);
  return list.length === 0
    ? negated
    : inclusion(
        target.expression,
        list.map((item) => convert(target, item) as StringLiteral),
        negated,
      );
}

function listOf(target: ComparisonTarget, values: unknown): readonly unknown[] {
  if (!Array.isArray(values)) throw refusal(target, 'the operator takes an array.');
  if (values.includes(null)) {
    throw refusal(target, 'null is no member of a list. Ask for it apart: OR with equals null.');
  }
  return values;
}

function refusal(target: ComparisonTarget, reason: string): InvalidQueryException {
  return new InvalidQueryException(`${target.name}: ${reason}`);
}
