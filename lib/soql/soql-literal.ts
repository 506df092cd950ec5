import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { DateString } from '../protocol/date-string.js';
import type { FieldType } from '../protocol/field-type.type.js';
import { isSalesforceId, whyNoId } from '../protocol/salesforce-id.js';
import { TimeString } from '../protocol/time-string.js';
import {
  booleanLiteral,
  dateLiteral,
  dateTimeLiteral,
  nullLiteral,
  numberLiteral,
  relativeDateLiteral,
  stringLiteral,
  timeLiteral,
} from './ast/factories/literal.factory.js';
import type { Literal } from './ast/literal.js';
import { decimalText } from './decimal-text.js';
import { RelativeDate } from './relative-date.js';

/**
 * The literal of a value of a field of the given type.
 *
 * @throws InvalidQueryException when the value does not fit the type, or fields of the type cannot be compared.
 */
export function literalFor(type: FieldType, value: unknown): Literal {
  if (value === null) return nullLiteral();
  if (value === undefined) throw refusedUndefined();
  const literal = CONVERSIONS[type](value);
  if (!literal) throw new InvalidQueryException(whyNoValue(type, value));
  return literal;
}

function whyNoValue(type: FieldType, value: unknown): string {
  const isId = type === 'id' || type === 'reference';
  if (isId && typeof value === 'string') return whyNoId(value);
  return `${describeValue(value)} is no value of a field of type ${type}.`;
}

/**
 * The literal of a value by its own type: texts, numbers, booleans, `Date` (a datetime in UTC), ranges of days and `null`.
 *
 * @throws InvalidQueryException for anything else.
 */
export function literalOf(value: unknown): Literal {
  if (value === null) return nullLiteral();
  if (value === undefined) throw refusedUndefined();
  const literal =
    textLiteral(value) ??
    numericLiteral(value) ??
    logicalLiteral(value) ??
    instantLiteral(value) ??
    rangeLiteral(value);
  if (!literal) throw new InvalidQueryException(`${describeValue(value)} cannot be written in a query.`);
  return literal;
}

type Conversion = (value: unknown) => Literal | undefined;

const CONVERSIONS: Readonly<Record<FieldType, Conversion>> = {
  id: idLiteral,
  reference: idLiteral,
  string: textLiteral,
  textarea: textLiteral,
  picklist: textLiteral,
  multipicklist: choicesLiteral,
  combobox: textLiteral,
  email: textLiteral,
  phone: textLiteral,
  url: textLiteral,
  encryptedstring: textLiteral,
  datacategorygroupreference: textLiteral,
  boolean: logicalLiteral,
  int: numericLiteral,
  long: numericLiteral,
  double: numericLiteral,
  currency: numericLiteral,
  percent: numericLiteral,
  date: calendarLiteral,
  datetime: instantLiteral,
  time: timeOfDayLiteral,
  anyType: literalOf,
  base64: incomparable,
  address: incomparable,
  location: incomparable,
  complexvalue: incomparable,
  junctionidlist: incomparable,
};

function textLiteral(value: unknown): Literal | undefined {
  return typeof value === 'string' ? stringLiteral(value) : undefined;
}

function idLiteral(value: unknown): Literal | undefined {
  return isSalesforceId(value) ? stringLiteral(value) : undefined;
}

/** Several choices of a multi-picklist are one text to the server. */
function choicesLiteral(value: unknown): Literal | undefined {
  if (!Array.isArray(value)) return textLiteral(value);
  if (value.length === 0 || !value.every((choice) => typeof choice === 'string')) return undefined;
  return stringLiteral(value.join(';'));
}

function logicalLiteral(value: unknown): Literal | undefined {
  return typeof value === 'boolean' ? booleanLiteral(value) : undefined;
}

function numericLiteral(value: unknown): Literal | undefined {
  const isNumber = typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
  return isNumber ? numberLiteral(decimalText(value)) : undefined;
}

function calendarLiteral(value: unknown): Literal | undefined {
  return DateString.is(value) ? dateLiteral(value) : undefined;
}

function instantLiteral(value: unknown): Literal | undefined {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined;
  const text = value.toISOString();
  // Years of more than four digits have no form in SOQL.
  return text.length === 24 ? dateTimeLiteral(text) : undefined;
}

function rangeLiteral(value: unknown): Literal | undefined {
  return value instanceof RelativeDate ? relativeDateLiteral(value.name, value.n) : undefined;
}

function timeOfDayLiteral(value: unknown): Literal | undefined {
  if (!TimeString.is(value)) return undefined;
  return timeLiteral(value.endsWith('Z') ? value : `${value}Z`);
}

function incomparable(): undefined {
  return undefined;
}

function refusedUndefined(): InvalidQueryException {
  return new InvalidQueryException(
    'undefined was given as a value of a query. Leave the condition out, or compare with null to find records without a value.',
  );
}

/** The kind of a value, never the value: it can be personal data, and messages end up in logs. */
function describeValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'An invalid Date' : 'A Date';
  if (Array.isArray(value)) return 'An array';
  if (typeof value === 'object') return 'An object';
  return `A value of type ${typeof value}`;
}
