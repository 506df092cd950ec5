import { and, not, or } from '../../soql/ast/factories/condition.factory.js';
import type { Condition, LogicalCondition } from '../../soql/ast/condition.js';

/** A condition, or the answer itself where it is known without asking. */
export type Predicate = Condition | boolean;

/** Every predicate holds; so does an empty list of them. */
export function all(predicates: readonly Predicate[]): Predicate {
  if (predicates.includes(false)) return false;
  const open = flat('and', predicates);
  return isFilled(open) ? and(...open) : true;
}

/** At least one predicate holds, which an empty list of them cannot. */
export function any(predicates: readonly Predicate[]): Predicate {
  if (predicates.includes(true)) return true;
  const open = flat('or', predicates);
  return isFilled(open) ? or(...open) : false;
}

export function negation(predicate: Predicate): Predicate {
  return isOpen(predicate) ? not(predicate) : !predicate;
}

/** The open predicates; what is several of them under the same operator already is taken apart. */
function flat(kind: LogicalCondition['kind'], predicates: readonly Predicate[]): Condition[] {
  const conditions: Condition[] = [];
  for (const predicate of predicates) {
    if (!isOpen(predicate)) continue;
    if (predicate.kind === kind) conditions.push(...predicate.conditions);
    else conditions.push(predicate);
  }
  return conditions;
}

function isOpen(predicate: Predicate): predicate is Condition {
  return typeof predicate !== 'boolean';
}

function isFilled(conditions: Condition[]): conditions is [Condition, ...Condition[]] {
  return conditions.length > 0;
}
