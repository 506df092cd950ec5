import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { OrgError } from '../../org-error.js';

// What the org says of a value it does not take, in the platform's words.

/** The field, its label and the value in the text; its API name in `fields`. */
export function refusal(errorCode: string, field: FieldDefinition, reason: string): OrgError {
  return new OrgError(errorCode, `${field.label}: ${reason}`, { fields: [field.name] });
}

/** The values come parsed, and the platform itself writes this where it does not know the place any more. */
const UNKNOWN_PLACE = '[line:-1, column:-1]';

/** A value that is no JSON form of the field's type. */
export function notDeserializable(field: FieldDefinition, value: unknown): OrgError {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return new OrgError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${tokenOf(value)} value ${text} ` +
      `or request may be missing a required field at ${UNKNOWN_PLACE}`,
  );
}

function tokenOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'VALUE_STRING';
    case 'number':
      return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    case 'boolean':
      return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
    default:
      if (value === null) return 'VALUE_NULL';
      return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
  }
}

export function tooLong(field: FieldDefinition, value: string, length: number): OrgError {
  return refusal('STRING_TOO_LONG', field, `data value too large: ${value} (max length=${length})`);
}

export function outsideRange(field: FieldDefinition, value: number): OrgError {
  return refusal(
    'NUMBER_OUTSIDE_VALID_RANGE',
    field,
    `value outside of valid range on numeric field: ${value}`,
  );
}

export function badPicklistValue(field: FieldDefinition, value: string): OrgError {
  return refusal(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    field,
    `bad value for restricted picklist field: ${value}`,
  );
}

export function wrongId(field: FieldDefinition, value: string): OrgError {
  return refusal('MALFORMED_ID', field, `id value of incorrect type: ${value}`);
}
