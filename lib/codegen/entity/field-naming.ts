import type { FieldOptions } from '../../metadata/decorators/field-options.interface.js';
import { isCustomName, type NamingStrategy } from '../../metadata/naming-strategy.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';

/** What `@Field` has to say so that the property's name leads to the field's: nothing, that it is custom, or the name. */
export function fieldNaming(
  { field, property, relation }: FieldPlan,
  strategy: NamingStrategy,
): Pick<FieldOptions, 'apiName' | 'custom'> {
  const { name, custom = false } = field;
  const nameBy = (isCustom?: boolean) => strategy[relation ? 'foreignKey' : 'apiName'](property, isCustom);
  if (nameBy() === name && isCustomName(name) === custom) return {};
  if (custom && nameBy(true) === name) return { custom };
  return custom === isCustomName(name) ? { apiName: name } : { apiName: name, custom };
}
