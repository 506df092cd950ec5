import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import { toId18 } from '../../protocol/salesforce-id.js';
import type { SqliteValue } from './sqlite-database.interface.js';
import { toDecimalColumn, toIntegerColumn } from './value/number-value.js';
import { toMultiPicklistColumn, toPicklistColumn } from './value/picklist-value.js';
import { notDeserializable, wrongId } from './value/refusals.js';
import { toDateColumn, toDateTimeColumn, toTimeColumn } from './value/temporal-value.js';
import { textOf, toBase64Column, toEmailColumn, toTextColumn } from './value/text-value.js';

export type ColumnConverter = (field: FieldDefinition, value: unknown) => SqliteValue;

const CONVERTERS: Partial<Record<FieldType, ColumnConverter>> = {
  id: toIdColumn,
  reference: toIdColumn,
  boolean: toBooleanColumn,
  int: toIntegerColumn,
  long: toIntegerColumn,
  double: toDecimalColumn,
  currency: toDecimalColumn,
  percent: toDecimalColumn,
  date: toDateColumn,
  datetime: toDateTimeColumn,
  time: toTimeColumn,
  picklist: toPicklistColumn,
  multipicklist: toMultiPicklistColumn,
  email: toEmailColumn,
  base64: toBase64Column,
};

/**
 * The JSON value of a field as it is stored.
 *
 * @throws OrgError for a value that the field cannot hold. Whether a referenced record exists is not asked here.
 */
export function toColumn(field: FieldDefinition, value: unknown): SqliteValue {
  if (value === null && field.type !== 'boolean') return null;
  return columnConverter(field)(field, value);
}

/** What turns the values of a field into columns, for those that write many of them; null is none of its business. */
export function columnConverter({ type }: FieldDefinition): ColumnConverter {
  return CONVERTERS[type] ?? toTextColumn;
}

function toIdColumn(field: FieldDefinition, value: unknown): string | null {
  const text = textOf(field, value);
  if (text === null) return null;
  const id = toId18(text);
  if (id === undefined) throw wrongId(field, text);
  return id;
}

function toBooleanColumn(field: FieldDefinition, value: unknown): number {
  const flag = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (flag === true || flag === 'true') return 1;
  if (flag === false || flag === 'false') return 0;
  throw notDeserializable(field, value);
}
