import { FIELD_TYPES, NUMERIC_FIELD_TYPES, type FieldType } from '../protocol/field-type.type.js';
import type { FieldOptions } from './decorators/field-options.interface.js';

const FIELD_TYPE_NAMES: ReadonlySet<string> = new Set(FIELD_TYPES);

const PICKLIST_TYPES: ReadonlySet<FieldType> = new Set(['picklist', 'multipicklist', 'combobox']);

const TYPES_WITHOUT_LENGTH: ReadonlySet<FieldType> = new Set([
  ...NUMERIC_FIELD_TYPES,
  'boolean',
  'date',
  'datetime',
  'time',
  'address',
  'location',
]);

/** Says what is wrong with a field's options and how to put it right, or nothing. */
type FieldRule = (options: FieldOptions, type: FieldType) => string | undefined;

const RULES: readonly FieldRule[] = [
  (_, type) =>
    FIELD_TYPE_NAMES.has(type)
      ? undefined
      : `'${type}' is no field type. Use one of: ${FIELD_TYPES.join(', ')}.`,
  (_, type) =>
    type === 'id'
      ? "the type 'id' is that of the record's own id. Use @Id(), or type: 'reference'."
      : undefined,
  ({ picklist }, type) =>
    picklist && !PICKLIST_TYPES.has(type)
      ? `a field of type '${type}' has no picklist. Remove the option, or use type: 'picklist'.`
      : undefined,
  ({ picklist }) =>
    picklist && !isListOfTexts(picklist)
      ? 'the option picklist is not a list of texts. List the API names of its values.'
      : undefined,
  ({ length }) => naturalNumber('length', length),
  ({ precision }) => naturalNumber('precision', precision),
  ({ scale }) => naturalNumber('scale', scale),
  ({ length }, type) =>
    length !== undefined && TYPES_WITHOUT_LENGTH.has(type)
      ? `a field of type '${type}' has no length. Remove the option; digits of a number are its precision and scale.`
      : undefined,
  ({ precision, scale }, type) =>
    (precision ?? scale) !== undefined && !NUMERIC_FIELD_TYPES.has(type)
      ? `a field of type '${type}' has no precision or scale. Remove them, or use a numeric type.`
      : undefined,
  ({ precision, scale }) =>
    precision !== undefined && scale !== undefined && scale > precision
      ? `the scale ${scale} is greater than the precision ${precision}, which counts all digits. Lower the scale.`
      : undefined,
  ({ readOnly, creatable, updatable }) =>
    readOnly && (creatable || updatable)
      ? 'the field is readOnly and yet creatable or updatable. Say one of the two.'
      : undefined,
  ({ creatable, updatable }, type) =>
    (creatable || updatable) && isCompound(type)
      ? `a field of type '${type}' cannot be written. Remove the option, and map the components (street, city, …).`
      : undefined,
];

/** Whether values of the type are put together from other fields, which are the ones to be written. */
export function isCompound(type: FieldType): boolean {
  return type === 'address' || type === 'location';
}

/** The first thing wrong with a field's options, if any. */
export function fieldProblem(options: FieldOptions, type: FieldType): string | undefined {
  for (const rule of RULES) {
    const problem = rule(options, type);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function naturalNumber(option: string, value: number | undefined): string | undefined {
  return value === undefined || (Number.isInteger(value) && value >= 0)
    ? undefined
    : `the option ${option} is ${value}. Give a whole number, 0 or more.`;
}

function isListOfTexts(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
