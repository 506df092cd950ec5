import type { Comparison, Condition, Membership } from '../../../../soql/ast/condition.js';
import type { Expression } from '../../../../soql/ast/expression.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import type { SoqlSource } from '../soql-source.js';
import { chainSql, joinSql, sql, type SqlFragment } from '../sql-fragment.js';
import { isNull, nullCheck, planComparison, refuseLiteral } from './comparison.js';
import { inclusionCondition } from './multipicklist-condition.js';
import { operandOf } from './operand.js';

/** Below which operators a condition stands, if not at the top or below AND alone. */
type Nesting = 'or' | 'not' | undefined;

/** What differs between WHERE and HAVING. */
export interface ConditionClause {
  readonly source: SoqlSource;
  /** @throws OrgError for an expression that the clause cannot filter by. */
  expression(expression: Expression): PlannedExpression;
  /** Tells of an expression without whose value no row is found. */
  demand?(expression: PlannedExpression): void;
  /** Plans a semi-join, or refuses it. `nested` tells that it stands below OR or NOT. */
  semiJoin(condition: Extract<Condition, { kind: 'semi-join' }>, nested: Nesting): SqlFragment;
}

/** A tree of conditions as SQL of the same form; each leaf has the meaning that SOQL gives it. */
export function planCondition(condition: Condition, clause: ConditionClause, nested?: Nesting): SqlFragment {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const operator = condition.kind === 'and' ? 'AND' : 'OR';
      const below = nested ?? (condition.kind === 'or' ? 'or' : undefined);
      return chainSql(
        condition.conditions.map((part) => planCondition(part, clause, below)),
        operator,
      );
    }
    case 'not':
      // NOT of an unknown is true: rows without a value are found.
      return sql`(${planCondition(condition.condition, clause, 'not')}) IS NOT TRUE`;
    case 'comparison':
      return comparison(condition, clause, nested);
    case 'membership':
      return membership(condition, clause, nested);
    case 'inclusion':
      return inclusionCondition(clause.expression(condition.left), condition, clause.source);
    case 'semi-join':
      return clause.semiJoin(condition, nested);
  }
}

function comparison(condition: Comparison, clause: ConditionClause, nested: Nesting): SqlFragment {
  const left = clause.expression(condition.left);
  const findsNull = condition.operator === '!=' || isNull(left, condition.right);
  const plan = (side: PlannedExpression): SqlFragment =>
    planComparison(side, condition.operator, condition.right, clause.source, condition.left);
  return findsNull || nested !== undefined ? plan(left) : demanded(left, clause, plan);
}

/** A list of plain values is one IN; null, named dates and multi-select values have meanings of their own. */
function membership(condition: Membership, clause: ConditionClause, nested: Nesting): SqlFragment {
  const left = clause.expression(condition.left);
  const findsNull = condition.negated || condition.values.some((literal) => isNull(left, literal));
  const plan = (side: PlannedExpression): SqlFragment => listed(condition, side, clause);
  return findsNull || nested !== undefined ? plan(left) : demanded(left, clause, plan);
}

function listed(condition: Membership, left: PlannedExpression, clause: ConditionClause): SqlFragment {
  const operand = operandOf(left);
  const plain: SqlFragment[] = [];
  const alternatives: SqlFragment[] = [];
  for (const literal of condition.values) {
    if (isNull(left, literal)) alternatives.push(nullCheck(left, '='));
    else if (literal.kind === 'relative-date' || left.type === 'multipicklist') {
      alternatives.push(planComparison(left, '=', literal, clause.source, condition.left));
    } else {
      const right = operand.right(literal);
      if (!right) throw refuseLiteral(left, literal, clause.source, condition.left);
      plain.push(right);
    }
  }
  if (plain.length > 0) alternatives.unshift(sql`${operand.left} IN (${joinSql(plain, ', ')})`);
  const found = chainSql(alternatives, 'OR');
  return condition.negated ? sql`(${found}) IS NOT TRUE` : found;
}

/**
 * A condition that only rows with a value fulfil: the way to them may begin with the value. A boolean has a value even where
 * there is no record to hold it: false.
 */
function demanded(
  left: PlannedExpression,
  clause: ConditionClause,
  plan: (left: PlannedExpression) => SqlFragment,
): SqlFragment {
  if (!clause.demand || left.type === 'boolean') return plan(left);
  clause.demand(left);
  const { field } = left;
  if (field?.source.kind !== 'name') return plan(left);
  return field.source.object.matching(field.field, (column) => plan({ ...left, sql: column }));
}
