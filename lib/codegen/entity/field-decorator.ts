import type { FieldOptions } from '../../metadata/decorators/field-options.interface.js';
import { systemFieldDefaults } from '../../metadata/system-fields.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import { literal } from '../code/literal.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';

/** As people would write them: what it is, what it holds, what can be done with it, what users see. */
const ORDER = [
  'apiName',
  'custom',
  'type',
  'picklist',
  'restricted',
  'length',
  'precision',
  'scale',
  'nameField',
  'autoNumber',
  'externalId',
  'unique',
  'caseSensitive',
  'readOnly',
  'creatable',
  'updatable',
  'nillable',
  'defaultedOnCreate',
  'defaultValue',
  'calculated',
  'formula',
  'label',
  'help',
] as const satisfies readonly (keyof FieldOptions)[];

/** The field types that follow from a property's type, where the compiler tells it. */
const EMITTED: Partial<Record<FieldType, boolean>> = {
  string: true,
  double: true,
  boolean: true,
  datetime: true,
};

/** What compilers tell, and `@Field` accepts no other word for. */
const SAID_BY_DEFAULTS: ReadonlySet<FieldType> = new Set(['reference', 'boolean', 'datetime']);

/**
 * `@Field(…)`
 *
 * @param emitted Whether the build tells the types of properties.
 */
export function fieldDecorator(plan: FieldPlan, options: FieldOptions, emitted: boolean): DecoratorModel {
  const written = isTypeTold(plan, emitted) ? { ...options, type: undefined } : options;
  const code = ORDER.flatMap((name): (readonly [string, string])[] => {
    const value = written[name];
    if (value === undefined) return [];
    if (name === 'picklist') return plan.constant === undefined ? [] : [[name, plan.constant]];
    return [[name, literal(value as string | number | boolean)]];
  });
  return { name: 'Field', args: code.length === 0 ? [] : [{ options: code }] };
}

/** Whether the field's type is known without a word: by its picklist, its relation, its name, or the property's type. */
function isTypeTold({ field, relation, constant }: FieldPlan, emitted: boolean): boolean {
  const { name, type, nillable } = field;
  if (type === 'picklist' && constant !== undefined) return true;
  if (relation !== undefined) return true;
  if (!field.custom && systemFieldDefaults(name).type === type && SAID_BY_DEFAULTS.has(type)) return true;
  return emitted && !nillable && EMITTED[type] === true;
}
