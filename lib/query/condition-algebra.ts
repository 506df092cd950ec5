import { and, not, or } from '../soql/ast/factories/condition.factory.js';
import type { Condition } from '../soql/ast/condition.js';

/** A condition, or the answer itself where it is known without asking. */
export type Predicate = Condition | boolean;

/** Every predicate holds; so does an empty list of them. */
export function all(predicates: readonly Predicate[]): Predicate {
  if (predicates.includes(false)) return false;
  const [first, ...rest] = predicates.filter(isOpen);
  return first === undefined || and(first, ...rest);
}

/** At least one predicate holds, which an empty list of them cannot. */
export function any(predicates: readonly Predicate[]): Predicate {
  if (predicates.includes(true)) return true;
  const [first, ...rest] = predicates.filter(isOpen);
  return first !== undefined && or(first, ...rest);
}

export function negation(predicate: Predicate): Predicate {
  return isOpen(predicate) ? not(predicate) : !predicate;
}

function isOpen(predicate: Predicate): predicate is Condition {
  return typeof predicate !== 'boolean';
}
