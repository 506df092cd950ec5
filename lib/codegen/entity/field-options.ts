import type { FieldOptions } from '../../metadata/decorators/field-options.interface.js';
import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { FieldMetadataBuilder } from '../../metadata/field-metadata.builder.js';
import { fieldProblem, isCompound } from '../../metadata/field-rules.js';
import type { NamingStrategy } from '../../metadata/naming-strategy.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import { labelOf } from '../../schema/api-label.js';
import { constantDefault } from '../../schema/constant-default.js';
import { defaultMeasures } from '../../schema/default-measures.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';
import { picklistOptions } from '../plan/picklist-options.js';
import { fieldNaming } from './field-naming.js';

/** Stands for any entity: what `@Field` makes of options does not depend on the class. */
class AnyEntity {}

/** What `@Field` has to say of a field, in the order it is written; the library's defaults say the rest. */
export function fieldOptions(plan: FieldPlan, strategy: NamingStrategy): FieldOptions {
  const { field } = plan;
  const options = sayable({ ...fieldNaming(plan, strategy), ...statedFacts(plan) }, field.type);
  return withAccess(options, plan, strategy);
}

/** All but what can be done with the field. */
function statedFacts({ field, constant }: FieldPlan): FieldOptions {
  const { name, type, label } = field;
  const choices = constant === undefined ? undefined : picklistOptions(field);
  return {
    type,
    picklist: choices,
    restricted: restrictedOption(field, choices !== undefined),
    ...measures(field),
    externalId: field.externalId || undefined,
    unique: field.unique || undefined,
    caseSensitive: field.caseSensitive || undefined,
    nameField: (field.nameField ?? false) === (name === 'Name') ? undefined : (field.nameField ?? false),
    autoNumber: field.autoNumber || undefined,
    ...calculation(field),
    defaultValue: defaultOption(field),
    label: label === labelOf(name) ? undefined : label,
    help: field.inlineHelpText,
  };
}

function restrictedOption(
  { type, restrictedPicklist = false }: FieldDefinition,
  hasList: boolean,
): boolean | undefined {
  if (!hasList || restrictedPicklist === (type !== 'combobox')) return undefined;
  return restrictedPicklist;
}

/** Lists and ids are as long as their values. */
const MEASURED_BY_VALUES: ReadonlySet<FieldType> = new Set([
  'id',
  'reference',
  'picklist',
  'multipicklist',
  'junctionidlist',
  'datacategorygroupreference',
  'base64',
  'anyType',
  'complexvalue',
]);

function measures(field: FieldDefinition): Pick<FieldOptions, 'length' | 'precision' | 'scale'> {
  if (MEASURED_BY_VALUES.has(field.type)) return {};
  const defaults = defaultMeasures(field);
  const { length, precision, scale = 0 } = field;
  return {
    length: length === defaults.length ? undefined : length,
    // A describe that tells no precision tells no scale either.
    ...(precision === undefined
      ? {}
      : {
          precision: precision === defaults.precision ? undefined : precision,
          scale: scale === defaults.scale ? undefined : scale,
        }),
  };
}

function calculation({
  calculated,
  calculatedFormula,
}: FieldDefinition): Pick<FieldOptions, 'formula' | 'calculated'> {
  if (!calculated) return {};
  return calculatedFormula === undefined ? { calculated: true } : { formula: calculatedFormula };
}

/** That a boolean is false at first need not be said. */
function defaultOption(field: FieldDefinition): FieldOptions['defaultValue'] {
  const value = constantDefault(field);
  return value === false ? undefined : value;
}

/** Without what the library takes for a contradiction: a describe may say it, an entity cannot. */
function sayable(options: FieldOptions, type: FieldType): FieldOptions {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || fieldProblem({ ...kept, [name]: value }, type) !== undefined) continue;
    kept[name] = value;
  }
  return kept;
}

type Access = 'createable' | 'updateable' | 'nillable' | 'defaultedOnCreate';

/** With what can be done with the field, where the defaults that the other options lead to say otherwise. */
function withAccess(options: FieldOptions, plan: FieldPlan, strategy: NamingStrategy): FieldOptions {
  const { createable = false, updateable = false } = plan.field;
  const readOnly = readOnlyOption(options, plan, strategy);
  const stated = { ...options, ...readOnly };
  const made = metadataOf(stated, plan, strategy);
  return sayable(
    {
      ...stated,
      creatable: made.createable === createable ? undefined : createable,
      updatable: made.updateable === updateable ? undefined : updateable,
      ...unlike(made, plan.field, 'nillable'),
      ...unlike(made, plan.field, 'defaultedOnCreate'),
    },
    plan.field.type,
  );
}

/** Compounds are written by their components, whatever a describe says. */
export function isWritableField({ type, createable, updateable }: FieldDefinition): boolean {
  return (createable === true || updateable === true) && !isCompound(type);
}

function readOnlyOption(
  options: FieldOptions,
  plan: FieldPlan,
  strategy: NamingStrategy,
): Pick<FieldOptions, 'readOnly'> {
  const made = metadataOf(options, plan, strategy);
  const isWritable = isWritableField(plan.field);
  const isMadeWritable = made.createable || made.updateable;
  return isWritable === isMadeWritable ? {} : { readOnly: !isWritable };
}

function unlike(made: FieldMetadata, field: FieldDefinition, name: Access): FieldOptions {
  return made[name] === (field[name] ?? false) ? {} : { [name]: field[name] ?? false };
}

function metadataOf(
  options: FieldOptions,
  { property, relation }: FieldPlan,
  strategy: NamingStrategy,
): FieldMetadata {
  const fact = { kind: 'field', options } as const;
  const declaration = { property, placement: 'property', declaredBy: AnyEntity, fact } as const;
  return new FieldMetadataBuilder(AnyEntity, strategy).field(declaration, relation);
}
