import type { FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { type ExportColumn, fieldColumn } from './export-column.js';

export interface ExportedColumns {
  /** The id first. */
  readonly columns: readonly ExportColumn[];
  /** The fields that hold files, which are left out. */
  readonly files: readonly string[];
}

/** Compounds are exported by their components; the others have no value of one cell. */
const WITHOUT_CELL: ReadonlySet<FieldType> = new Set([
  'address',
  'location',
  'anyType',
  'complexvalue',
  'junctionidlist',
]);

/** The fields of an object that an export has a column for. @param createable only those that a new record can be given */
export function exportedColumns(definition: SObjectDefinition, createable: boolean): ExportedColumns {
  const fields = definition.fields.filter((field) => isExported(field, createable));
  const [files, others] = [fields.filter(isFile), fields.filter((field) => !isFile(field))];
  const id = others.filter(({ type }) => type === 'id');
  const rest = others.filter(({ type }) => type !== 'id');
  return { columns: [...id, ...rest].map(fieldColumn), files: files.map(({ name }) => name) };
}

function isExported(
  { type, deprecatedAndHidden, createable: can }: FieldDefinition,
  createable: boolean,
): boolean {
  if (type === 'id') return true;
  if (WITHOUT_CELL.has(type) || deprecatedAndHidden === true) return false;
  return !createable || can === true;
}

function isFile({ type }: FieldDefinition): boolean {
  return type === 'base64';
}
