import { literal, textLiteral } from '../code/literal.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { EntityPlan } from '../plan/entity-plan.interface.js';
import type { ObjectNaming } from './object-naming.js';
import { objectOptions } from './object-options.js';

/** `@SObject(…)`: the name alone where nothing else is to be said. */
export function objectDecorator(plan: EntityPlan, naming: ObjectNaming): DecoratorModel {
  const { apiName, ...others } = objectOptions(plan, naming);
  const options = Object.entries({ ...others, recordTypes: undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, literal(value as string | boolean)] as const);
  const recordTypes = plan.recordTypes === undefined ? [] : [['recordTypes', plan.recordTypes] as const];
  const code = [...options, ...recordTypes];
  if (apiName === undefined) return { name: 'SObject', args: code.length === 0 ? [] : [{ options: code }] };
  if (code.length === 0) return { name: 'SObject', args: [textLiteral(apiName)] };
  return { name: 'SObject', args: [{ options: [['apiName', textLiteral(apiName)], ...code] }] };
}
