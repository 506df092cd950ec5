import { NUMERIC_FIELD_TYPES, type FieldType } from '../protocol/field-type.type.js';
import type { FieldDefinition } from './sobject-definition.interface.js';

/** A value that new records have where an insert leaves a field out. */
export type DefaultValue = string | number | boolean;

/** Their defaults are values; those of all other fields are formulas, which a user may write. */
const DEFAULT_BY_VALUE: ReadonlySet<FieldType> = new Set([
  'boolean',
  'picklist',
  'multipicklist',
  'combobox',
]);

/** The default of a field as far as it is always the same: `undefined` for none, and for one that a formula works out. */
export function constantDefault(field: FieldDefinition): DefaultValue | undefined {
  const { type, defaultValue, defaultValueFormula: formula, picklistValues } = field;
  if (defaultValue !== undefined && defaultValue !== null) return defaultValue;
  if (formula !== undefined) return constantIn(formula.trim(), type);
  const chosen = (picklistValues ?? []).filter(({ isDefault }) => isDefault).map(({ value }) => value);
  return chosen.length === 0 ? undefined : chosen.join(';');
}

/** The default of a field, as describes tell it: by value or by a formula that is nothing but the constant. */
export function defaultProperties(
  type: FieldType,
  value: DefaultValue,
): Pick<FieldDefinition, 'defaultValue' | 'defaultValueFormula'> {
  if (type === 'boolean' && value === false) return {};
  if (DEFAULT_BY_VALUE.has(type)) return { defaultValue: value };
  return { defaultValueFormula: formulaOf(type, value) };
}

function constantIn(formula: string, type: FieldType): DefaultValue | undefined {
  if (NUMERIC_FIELD_TYPES.has(type))
    return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(formula) ? Number(formula) : undefined;
  if (type === 'boolean') return /^(?:true|false)$/i.test(formula) ? /^t/i.test(formula) : undefined;
  if (type === 'date') return dateIn(formula);
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')$/s.exec(formula);
  return (quoted?.[1] ?? quoted?.[2])?.replaceAll(/\\(.)/gs, (_, character: string) => unescaped(character));
}

function dateIn(formula: string): string | undefined {
  const [, year, month = '', day = ''] =
    /^DATE\s*\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i.exec(formula) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function formulaOf(type: FieldType, value: DefaultValue): string {
  if (typeof value !== 'string') return String(value);
  if (type === 'date') return `DATE(${value.split('-').map(Number).join(', ')})`;
  return `"${value.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

function unescaped(character: string): string {
  return { n: '\n', r: '\r', t: '\t' }[character] ?? character;
}
