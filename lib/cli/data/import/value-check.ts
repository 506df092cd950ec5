import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?Z?$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const LOGICAL = /^(?:true|false|1|0)$/i;

/** What is wrong with a value, as a clause that follows the field's name; undefined when the org would take it. */
export function valueComplaint(field: FieldDefinition, text: string): string | undefined {
  switch (field.type) {
    case 'boolean':
      return LOGICAL.test(text) ? undefined : 'is neither true nor false';
    case 'int':
    case 'long':
      return /^[+-]?\d+$/.test(text) ? undefined : 'is no whole number';
    case 'double':
    case 'currency':
    case 'percent':
      return DECIMAL.test(text) ? tooManyDigits(field, text) : 'is no number';
    case 'date':
      return isDate(text) ? undefined : 'is no date, such as 2026-01-31';
    case 'datetime':
      return isInstant(text) ? undefined : 'is no instant, such as 2026-01-31T10:00:00Z';
    case 'time':
      return TIME.test(text) ? undefined : 'is no time, such as 10:00:00.000Z';
    case 'picklist':
      return unknownChoice(field, [text]) ?? tooLong(field, text);
    case 'multipicklist':
      return unknownChoice(field, text.split(';'));
    default:
      return tooLong(field, text);
  }
}

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

function isInstant(text: string): boolean {
  return DATETIME.test(text) && isDate(text.slice(0, 10));
}

function tooManyDigits({ precision = 0, scale = 0 }: FieldDefinition, text: string): string | undefined {
  if (precision === 0) return undefined;
  const whole = Math.trunc(Math.abs(Number(text)));
  return whole >= 10 ** (precision - scale) ? `has more than ${precision - scale} digits` : undefined;
}

function tooLong({ length = 0 }: FieldDefinition, text: string): string | undefined {
  return length > 0 && text.length > length
    ? `has ${text.length} characters, of ${length} at most`
    : undefined;
}

/** Only of a restricted picklist are the values all that can be. */
function unknownChoice(
  { restrictedPicklist, picklistValues = [] }: FieldDefinition,
  values: readonly string[],
): string | undefined {
  if (!restrictedPicklist) return undefined;
  const known = new Set(picklistValues.filter(({ active }) => active !== false).map(({ value }) => value));
  const unknown = values.find((value) => !known.has(value));
  return unknown === undefined ? undefined : `is '${unknown}', which is none of the values of its picklist`;
}
