import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { notDeserializable, refusal, tooLong } from './refusals.js';

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** A text as it is stored: trimmed, and null when nothing is left. */
export function textOf(field: FieldDefinition, value: unknown): string | null {
  if (typeof value !== 'string') throw notDeserializable(field, value);
  return value.trim() || null;
}

/** A text that fits its field. */
export function toTextColumn(field: FieldDefinition, value: unknown): string | null {
  const text = textOf(field, value);
  if (text !== null && field.length && text.length > field.length) throw tooLong(field, text, field.length);
  return text;
}

export function toEmailColumn(field: FieldDefinition, value: unknown): string | null {
  const text = toTextColumn(field, value);
  if (text !== null && !EMAIL.test(text)) {
    throw refusal('INVALID_EMAIL_ADDRESS', field, `invalid email address: ${text}`);
  }
  return text;
}

/** Binary content: as it is, or as base64 text. */
export function toBase64Column(field: FieldDefinition, value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value)) {
    throw notDeserializable(field, value);
  }
  // Nothing is content as well: that of an empty file.
  return Buffer.from(value, 'base64');
}
