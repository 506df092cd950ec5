import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { toWire } from '../wire-value.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import type { ValueReader } from './query-plan.interface.js';
import { isText } from '../case-folding.js';

/** Reads a stored field; the column's place and the conversion are fixed once for all rows. */
export function columnReader(place: number, field: FieldDefinition): ValueReader {
  if (isText(field.type) || field.type === 'id' || field.type === 'reference') return (row) => row[place];
  return (row) => toWire(field, row[place] ?? null);
}

/** Reads the value of any expression. */
export function expressionReader(place: number, planned: PlannedExpression): ValueReader {
  const { toWire: convert, name, type } = planned;
  if (convert) return (row, context) => convert(row[place] ?? null, context);
  return columnReader(place, planned.field?.field ?? { name, label: name, type });
}
