import type { FieldType } from '../../../protocol/field-type.type.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { AggregateAttributes } from '../../engine/query/aggregate-attributes.js';

/** Numbers that may have decimals are written so that every reader sees it: 5 travels as 5.0. */
const DECIMAL_TYPES: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);
const COMPOUND_TYPES: ReadonlySet<FieldType> = new Set(['address', 'location']);
const COORDINATES = ['latitude', 'longitude'] as const;

/** The least and the first number that are not written plainly. */
const PLAIN_FROM = 1e-3;
const PLAIN_TO = 1e7;

/** Text that JSON takes over as it is; younger than the library's own types know. */
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
};

const fieldNames = new WeakMap<ObjectSchema, { readonly decimals: string[]; readonly compounds: string[] }>();

/** The text of a decimal number, which is that of a Java double: `5.0`, `0.25`, `3.5E8`. */
export function decimalText(number: number): string {
  const size = Math.abs(number);
  if (size === 0 || (size >= PLAIN_FROM && size < PLAIN_TO)) {
    return Number.isInteger(number) ? `${number}.0` : String(number);
  }
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

/** A decimal number of an answer that is no record. */
export function decimalValue(number: number): object {
  return rawJSON(decimalText(number));
}

/** The number's text, where a value is one that {@link writeDecimals} prepared. */
export function decimalTextOf(value: unknown): string | undefined {
  return isRawJSON(value) ? value.rawJSON : undefined;
}

/** Prepares the decimal numbers of all records inside an answer's body, in place, for being written. */
export function writeDecimals(body: unknown, catalog: Catalog): void {
  if (typeof body !== 'object' || body === null || Object.isFrozen(body) || isRawJSON(body)) return;
  if (Array.isArray(body)) {
    for (const item of body) writeDecimals(item, catalog);
    return;
  }
  const record = body as Record<string, unknown>;
  const { attributes } = record;
  if (attributes instanceof AggregateAttributes) {
    for (const name of AggregateAttributes.decimalsOf(attributes)) writeNumber(record, name);
    return;
  }
  const type = (attributes as { readonly type?: unknown } | null | undefined)?.type;
  const object = typeof type === 'string' ? catalog.get(type) : undefined;
  if (object) writeFields(record, object);
  for (const key in record) {
    const value = record[key];
    if (typeof value === 'object' && value !== null) writeDecimals(value, catalog);
  }
}

function writeFields(record: Record<string, unknown>, object: ObjectSchema): void {
  const { decimals, compounds } = namesOf(object);
  for (const name of decimals) writeNumber(record, name);
  for (const name of compounds) {
    const compound = record[name];
    if (typeof compound !== 'object' || compound === null) continue;
    for (const coordinate of COORDINATES) writeNumber(compound as Record<string, unknown>, coordinate);
  }
}

function writeNumber(values: Record<string, unknown>, name: string): void {
  const value = values[name];
  if (typeof value === 'number' && Number.isFinite(value)) values[name] = rawJSON(decimalText(value));
}

function namesOf(object: ObjectSchema): { readonly decimals: string[]; readonly compounds: string[] } {
  let names = fieldNames.get(object);
  if (!names) {
    const of = (types: ReadonlySet<FieldType>): string[] =>
      object.fields.filter(({ type }) => types.has(type)).map(({ name }) => name);
    names = { decimals: of(DECIMAL_TYPES), compounds: of(COMPOUND_TYPES) };
    fieldNames.set(object, names);
  }
  return names;
}
