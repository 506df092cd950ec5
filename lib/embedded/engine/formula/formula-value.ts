import type { FieldType } from '../../../protocol/field-type.type.js';
import { NUMERIC_FIELD_TYPES } from '../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import { roundTo } from '../value/number-value.js';

/** Dates are texts, `2026-03-18`, and moments too, `2026-03-18T10:30:00.000Z`, as they are stored. */
export type FormulaValue = number | string | boolean | null;

export type FormulaType = 'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'null';

/** What formulas take a field for. */
export function formulaType(type: FieldType): FormulaType {
  if (NUMERIC_FIELD_TYPES.has(type)) return 'number';
  if (type === 'boolean' || type === 'date' || type === 'datetime') return type;
  return 'text';
}

/** A stored value as formulas see it. */
export function fromColumn(type: FormulaType, value: SqliteValue): FormulaValue {
  if (type === 'boolean') return value === 1 || value === 1n;
  if (value === null) return null;
  if (type === 'number') return Number(value);
  return String(value);
}

/** A computed value as the field would be stored: numbers rounded to its scale. */
export function asColumn(field: FieldDefinition, value: FormulaValue): SqliteValue {
  if (field.type === 'boolean') return value === true ? 1 : 0;
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && field.scale !== undefined) return roundTo(value, field.scale);
  return value;
}
