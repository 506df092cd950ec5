import type { FieldType } from '../../../../protocol/field-type.type.js';
import { NUMERIC_FIELD_TYPES } from '../../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../../schema/sobject-definition.interface.js';
import type { Expression } from '../../../../soql/ast/expression.js';
import type { Literal } from '../../../../soql/ast/literal.js';
import { outermost } from '../picklist-order.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { sql, type SqlFragment } from '../sql-fragment.js';
import { isText } from '../../case-folding.js';
import { folded } from '../folded.js';
import type { SoqlFunction } from './soql-function.interface.js';

const NOT_AGGREGATABLE: ReadonlySet<FieldType> = new Set([
  'base64',
  'boolean',
  'time',
  'address',
  'anyType',
  'complexvalue',
  'location',
  'encryptedstring',
  'multipicklist',
]);
const MAX_SHORT_TEXT = 255;

interface Aggregate {
  readonly numbersOnly?: true;
  readonly type: (argument: PlannedExpression) => FieldType;
  readonly of: (argument: PlannedExpression) => SqlFragment;
}

const sameType = ({ type }: PlannedExpression) => type;

/** Text is compared without regard to case, so its least and greatest values and its distinct ones are too. */
const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  COUNT: { type: () => 'int', of: (argument) => sql`COUNT(${argument.sql})` },
  COUNT_DISTINCT: {
    type: () => 'int',
    of: (argument) => sql`COUNT(DISTINCT ${folded(argument, argument.sql)})`,
  },
  SUM: { numbersOnly: true, type: sameType, of: (argument) => sql`SUM(${argument.sql})` },
  AVG: { numbersOnly: true, type: () => 'double', of: (argument) => sql`AVG(${argument.sql})` },
  MIN: { type: sameType, of: (argument) => leastOrGreatest('MIN', argument) },
  MAX: { type: sameType, of: (argument) => leastOrGreatest('MAX', argument) },
};

export const AGGREGATE_FUNCTION_NAMES: readonly string[] = Object.keys(AGGREGATES);

function leastOrGreatest(name: 'MIN' | 'MAX', argument: PlannedExpression): SqlFragment {
  const { sql: value, type } = argument;
  const operator = { text: name, parameters: [] };
  const picked = outermost(operator, argument, value);
  if (picked) return picked;
  return isText(type) ? sql`${operator}(${value} COLLATE NOCASE)` : sql`${operator}(${value})`;
}

function canAggregate(aggregate: Aggregate, argument: PlannedExpression): boolean {
  if (argument.aggregate || NOT_AGGREGATABLE.has(argument.type)) return false;
  if (aggregate.numbersOnly) return NUMERIC_FIELD_TYPES.has(argument.type);
  return !isLongText(argument.field?.field);
}

function isLongText(field: FieldDefinition | undefined): boolean {
  return field?.type === 'textarea' && (field.length ?? 0) > MAX_SHORT_TEXT;
}

/** Whether a value is computed from many records. */
export function isAggregateCall(expression: Expression | Literal): boolean {
  if (expression.kind !== 'function') return false;
  return expression.name.toUpperCase() in AGGREGATES || expression.args.some(isAggregateCall);
}

export const aggregateFunction: SoqlFunction = {
  plan(call, scope, planArgument) {
    const name = call.name.toUpperCase();
    if (name === 'COUNT' && call.args.length === 0) {
      return { sql: sql`COUNT(*)`, type: 'int', name, key: 'COUNT()', aggregate: true };
    }
    const aggregate = AGGREGATES[name]!;
    const argument = planArgument(0);
    if (!canAggregate(aggregate, argument)) {
      const reason = `field ${argument.name} does not support aggregate operator ${name}`;
      throw scope.source.refusal('MALFORMED_QUERY', reason, call);
    }
    return {
      sql: aggregate.of(argument),
      type: aggregate.type(argument),
      name: argument.name,
      key: `${name}(${argument.key})`,
      ...(argument.field && name !== 'COUNT' && name !== 'COUNT_DISTINCT' && { shown: argument.field.field }),
      aggregate: true,
    };
  },
};
