import { NUMERIC_FIELD_TYPES, type FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';

/** What a record has in one column: nothing, or a scalar of JSON. */
export type ExportValue = string | number | boolean | null;

/** One column of an export: a field, or a field of a parent by its path. */
export interface ExportColumn {
  readonly path: readonly [string, ...string[]];
  /** Such as `Account.ErpNumber__c`. */
  readonly name: string;
  /** Not known of a parent's field. */
  readonly field?: FieldDefinition;
}

export function fieldColumn(field: FieldDefinition): ExportColumn {
  return { path: [field.name], name: field.name, field };
}

/** The value of a column in a record of the REST API. */
export function valueOfRecord(
  { path, field }: ExportColumn,
  record: Readonly<Record<string, unknown>>,
): ExportValue {
  let value: unknown = record;
  for (const name of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  return field?.type === 'datetime' ? utc(String(value)) : (value as ExportValue);
}

/** The value of a column in a row of the Bulk API, whose values are texts. */
export function valueOfCell({ field }: ExportColumn, cell: string): ExportValue {
  return cell === '' ? null : typedValue(field?.type, cell);
}

function typedValue(type: FieldType | undefined, text: string): ExportValue {
  if (type === 'boolean') return text === 'true';
  if (type === 'datetime') return utc(text);
  if (type === undefined || !NUMERIC_FIELD_TYPES.has(type)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** One notation of an instant, whichever API it came by. */
function utc(text: string): string {
  return text.replace(/\+0000$/, 'Z');
}
