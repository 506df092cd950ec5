import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { FieldMetadata } from '../metadata/entity-metadata.interface.js';

/** Turns a wire value, which is not null, into the value of a property. */
export type FieldDecoder = (value: unknown) => unknown;

/** How values of a field are decoded; undefined where they arrive as they are to be. */
export function fieldDecoder({
  type,
  apiName,
}: Pick<FieldMetadata, 'type' | 'apiName'>): FieldDecoder | undefined {
  switch (type) {
    case 'datetime':
      return (value) => decodeDateTime(value, apiName);
    case 'multipicklist':
      return (value) => decodeChoices(value, apiName);
    default:
      return undefined;
  }
}

function decodeDateTime(value: unknown, name: string): Date {
  const time = typeof value === 'string' ? timeOf(value) : NaN;
  if (Number.isNaN(time))
    throw new InvalidResponseException(`The datetime field ${name} arrived in another form.`);
  return new Date(time);
}

/**
 * `2011-07-07T00:37:00.000+0000`, the one form the platform sends. `Date.parse` understands it, by way of its slow path for
 * texts that are not ISO 8601; whatever else comes is left to it.
 */
function timeOf(text: string): number {
  if (text.length !== 28 || !text.endsWith('+0000')) return Date.parse(text);
  return Date.UTC(
    digits(text, 0, 4),
    digits(text, 5, 7) - 1,
    digits(text, 8, 10),
    digits(text, 11, 13),
    digits(text, 14, 16),
    digits(text, 17, 19),
    digits(text, 20, 23),
  );
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function decodeChoices(value: unknown, name: string): string[] {
  if (typeof value === 'string') return value.split(';');
  throw new InvalidResponseException(`The multi-picklist field ${name} arrived in another form.`);
}
