import type { FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition, SObjectSummary } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';

/** The parts that a record's texts are indexed in: what `IN … FIELDS` chooses from. */
export const SEARCH_COLUMNS = ['name', 'email', 'phone', 'other'] as const;

export type SearchColumn = (typeof SEARCH_COLUMNS)[number];

const SEARCHED_TYPES: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'combobox',
  'email',
  'phone',
  'url',
]);

/** Whether searches find records of the object. */
export function isSearchable({ traits }: SObjectSummary): boolean {
  return traits?.includes('searchable') === true;
}

/** The fields that a search looks into, by the column of the index they belong to. */
export function searchedFields(object: ObjectSchema): ReadonlyMap<SearchColumn, readonly FieldDefinition[]> {
  const fields = object.columns.filter(({ type }) => SEARCHED_TYPES.has(type));
  return new Map(
    SEARCH_COLUMNS.map((column) => [column, fields.filter((field) => columnOf(field) === column)]),
  );
}

function columnOf(field: FieldDefinition): SearchColumn {
  if (field.nameField || field.compoundFieldName === 'Name') return 'name';
  if (field.type === 'email' || field.type === 'phone') return field.type;
  return 'other';
}
