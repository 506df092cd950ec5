import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import type { FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { Binary } from '../protocol/binary.js';
import { DateString } from '../protocol/date-string.js';
import type { FieldType } from '../protocol/field-type.type.js';
import { TimeString } from '../protocol/time-string.js';

const PICKLIST_SEPARATOR = ';';

/** Makes a value of the wire, or says what it expects instead. */
interface ValueSerializer {
  readonly expects: string;
  /** The wire value, or `undefined` for a value that does not fit. */
  toWire(value: unknown): unknown;
}

const text: ValueSerializer = {
  expects: 'a string',
  toWire: (value) => (typeof value === 'string' ? value : undefined),
};

const truth: ValueSerializer = {
  expects: 'a boolean',
  toWire: (value) => (typeof value === 'boolean' ? value : undefined),
};

const integer: ValueSerializer = {
  expects: 'an integer that a number holds exactly',
  toWire: (value) => (Number.isSafeInteger(value) ? value : undefined),
};

const decimal: ValueSerializer = {
  expects: 'a finite number',
  toWire: (value) => (Number.isFinite(value) ? value : undefined),
};

const date: ValueSerializer = {
  expects: "a day as text, 'YYYY-MM-DD'; DateString.from(date, timeZone) makes one of a Date",
  toWire: (value) => (DateString.is(value) ? value : undefined),
};

const datetime: ValueSerializer = {
  expects: 'a valid Date',
  toWire: (value) =>
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined,
};

const time: ValueSerializer = {
  expects: "a time of day as text, 'HH:mm:ss' or 'HH:mm:ss.SSSZ'",
  toWire: (value) => {
    if (!TimeString.is(value)) return undefined;
    const [clock, fraction = ''] = value.replace('Z', '').split('.');
    return `${clock}.${fraction.padEnd(3, '0')}Z`;
  },
};

const multipicklist: ValueSerializer = {
  expects: `an array of values, none of them empty or with a '${PICKLIST_SEPARATOR}' in it`,
  toWire: (value) => {
    if (!Array.isArray(value) || !value.every(isPicklistValue)) return undefined;
    return value.length === 0 ? null : value.join(PICKLIST_SEPARATOR);
  },
};

const content: ValueSerializer = {
  expects: 'content, which Binary.of() makes of bytes, a text or a stream',
  // How it travels depends on its size, and on how many records go with it.
  toWire: (value) => (value instanceof Binary ? value : undefined),
};

/** Types whose values the library does not interpret. */
const opaque: ValueSerializer = { expects: 'any value', toWire: (value) => value };

const SERIALIZERS: Partial<Record<FieldType, ValueSerializer>> = {
  boolean: truth,
  int: integer,
  long: integer,
  double: decimal,
  currency: decimal,
  percent: decimal,
  date,
  datetime,
  time,
  multipicklist,
  base64: content,
  anyType: opaque,
  complexvalue: opaque,
  junctionidlist: opaque,
};

/**
 * The value of a field as it travels; `null` stays `null`.
 *
 * @param name how the message of the exception calls the field
 * @throws InvalidWriteException for a value that does not fit the field's type.
 */
export function serializeValue(field: FieldMetadata, value: unknown, name: string): unknown {
  if (value === null) return null;
  const serializer = SERIALIZERS[field.type] ?? text;
  const wire = serializer.toWire(value);
  if (wire !== undefined) return wire;
  throw new InvalidWriteException(
    `${name} is a field of type ${field.type} and expects ${serializer.expects}, but was given ${kindOf(value)}.`,
    { fields: [field.apiName] },
  );
}

function isPicklistValue(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.includes(PICKLIST_SEPARATOR);
}

/** Names a value's kind and never the value: exceptions end in logs. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
