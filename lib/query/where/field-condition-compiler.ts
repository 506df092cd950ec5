import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import type { Expression } from '../../soql/ast/expression.js';
import { compileEquality, compileOperators, type ComparisonTarget } from './comparison-compiler.js';
import { all, type Predicate } from './condition-algebra.js';
import { DATE_PARTS, dateFunctionCall, datePartObstacle } from './date-function.js';
import { compileDistance } from './distance-compiler.js';
import { hasLabels, isDated, isFilterable, isLocated } from './field-abilities.js';
import { isPlainData, knownKeysOf } from '../find/plain-data.js';

/** The field of a condition. */
export interface ConditionTarget extends Pick<ComparisonTarget, 'name' | 'translate'> {
  readonly field: FieldMetadata;
  readonly path: Expression;
}

/**
 * The condition on one field: a value to equal, or an object that must hold in all of its parts: operators, parts of a
 * date, the label of a picklist, the distance of a place.
 *
 * @throws InvalidQueryException naming the property and what to do.
 */
export function compileFieldCondition(target: ConditionTarget, condition: unknown): Predicate {
  const { field, path, name, translate } = target;
  if (isLocated(field)) return compilePlace(target, condition);
  if (!isFilterable(field)) {
    throw new InvalidQueryException(
      `${name}: fields of type ${field.type} such as this one take no condition. Leave it out.`,
    );
  }
  const comparable: ComparisonTarget = { expression: path, type: field.type, name, translate };
  if (!isPlainData(condition)) return compileEquality(comparable, condition);
  return compileOperators(comparable, condition, (key, operand) => derived(comparable, key, operand));
}

/** Every part of one date must be as asked. */
export function compileDateParts(target: ComparisonTarget, parts: unknown): Predicate {
  const asked = Object.entries(knownKeysOf(parts, [...DATE_PARTS.keys()], target.name));
  return all(asked.map(([part, condition]) => compileDatePart(target, part, condition, true)));
}

function derived(target: ComparisonTarget, key: string, operand: unknown): Predicate | undefined {
  if (isDated(target)) {
    if (DATE_PARTS.has(key)) return compileDatePart(target, key, operand, false);
    if (key === 'inUserTimeZone') {
      return compileDateParts({ ...target, name: `${target.name}.${key}` }, operand);
    }
  }
  if (key === 'label' && hasLabels(target)) {
    const expression = functionCall('toLabel', target.expression);
    return compileValueOrOperators({ expression, type: 'string', name: `${target.name}.label` }, operand);
  }
  return undefined;
}

function compileDatePart(
  { expression, type, name: dateName }: ComparisonTarget,
  part: string,
  condition: unknown,
  inUserTimeZone: boolean,
): Predicate {
  const name = `${dateName}.${part}`;
  const definition = DATE_PARTS.get(part)!;
  const obstacle = datePartObstacle(definition, type, inUserTimeZone);
  if (obstacle !== undefined) throw new InvalidQueryException(`${name}: ${obstacle}`);
  const call = dateFunctionCall(definition, expression, inUserTimeZone);
  return compileValueOrOperators({ expression: call, type: definition.type, name }, condition);
}

function compileValueOrOperators(target: ComparisonTarget, condition: unknown): Predicate {
  return isPlainData(condition) ? compileOperators(target, condition) : compileEquality(target, condition);
}

function compilePlace({ field, path, name }: ConditionTarget, condition: unknown): Predicate {
  if (!isPlainData(condition) || condition['distance'] === undefined) {
    throw new InvalidQueryException(
      `${name}: fields of type ${field.type} such as this one take no condition but distance. Leave it out, or use their components.`,
    );
  }
  return compileDistance(path, knownKeysOf(condition, ['distance'], name)['distance'], name);
}
