import { DateString } from '../protocol/date-string.js';
import { FIELD_TYPES, NUMERIC_FIELD_TYPES, type FieldType } from '../protocol/field-type.type.js';
import type { FieldOptions } from './decorators/field-options.interface.js';

const FIELD_TYPE_NAMES: ReadonlySet<string> = new Set(FIELD_TYPES);

const PICKLIST_TYPES: ReadonlySet<FieldType> = new Set(['picklist', 'multipicklist', 'combobox']);

const TYPES_WITH_DEFAULT_TEXT: ReadonlySet<FieldType> = new Set([
  ...PICKLIST_TYPES,
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'encryptedstring',
]);

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
    picklist && !isListOfOptions(picklist)
      ? 'the option picklist is not a list of values. List their API names, or { value, label } of each.'
      : undefined,
  ({ restricted }, type) =>
    restricted && !PICKLIST_TYPES.has(type)
      ? `a field of type '${type}' has no picklist to be restricted to. Remove the option, or use type: 'picklist'.`
      : undefined,
  ({ defaultValue }, type) =>
    defaultValue !== undefined && !isDefaultOf(defaultValue, type)
      ? `the option defaultValue is a ${typeof defaultValue}, which is no value of a field of type '${type}'. Correct or remove it.`
      : undefined,
  ({ autoNumber }, type) =>
    autoNumber && type !== 'string'
      ? `a field of type '${type}' is no autoNumber. Remove the option, or use type: 'string'.`
      : undefined,
  ({ autoNumber, calculated, formula }) =>
    autoNumber && (calculated || formula !== undefined)
      ? 'the field is an autoNumber and yet calculated. Say one of the two.'
      : undefined,
  ({ calculated, formula }) =>
    calculated === false && formula !== undefined
      ? 'the field has a formula and yet is not calculated. Remove one of the two options.'
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
  ({ autoNumber, calculated, formula, ...options }) =>
    (autoNumber || calculated || formula !== undefined) && isWritable(options)
      ? `the org ${autoNumber ? 'numbers' : 'calculates'} the field, and yet it is said to be writable. Remove that option.`
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

function isWritable({ readOnly, creatable, updatable }: FieldOptions): boolean {
  return readOnly === false || creatable === true || updatable === true;
}

function isListOfOptions(options: unknown): boolean {
  return Array.isArray(options) && options.every(isOption);
}

function isOption(option: unknown): boolean {
  if (typeof option !== 'object' || option === null) return typeof option === 'string';
  const { value, label } = option as Record<string, unknown>;
  return typeof value === 'string' && typeof label === 'string';
}

function isDefaultOf(value: unknown, type: FieldType): boolean {
  if (NUMERIC_FIELD_TYPES.has(type)) return Number.isFinite(value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'date') return DateString.is(value);
  return typeof value === 'string' && TYPES_WITH_DEFAULT_TEXT.has(type);
}
