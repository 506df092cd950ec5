import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';

/** What a column of a file is to the object it is imported to. */
export type ImportColumn = OldId | PlainValue | RecordReference | ParentByKey | KnownByKey | Ignored;

interface ColumnBase {
  /** In the file. */
  readonly place: number;
  readonly header: string;
}

/** The id a record had where it comes from. */
interface OldId extends ColumnBase {
  readonly kind: 'id';
}

export interface PlainValue extends ColumnBase {
  readonly kind: 'value';
  readonly field: FieldDefinition;
}

/** The id of another record, as it was where it comes from. */
export interface RecordReference extends ColumnBase {
  readonly kind: 'reference';
  readonly field: FieldDefinition;
}

/** `Account.ErpNumber__c`: the parent that has that value in the org, which finds it itself. */
export interface ParentByKey extends ColumnBase {
  readonly kind: 'parent';
  readonly field: FieldDefinition;
  readonly target: SObjectDefinition;
  readonly key: FieldDefinition;
}

/** `RecordType.DeveloperName`, `Owner.Username`: the id has to be asked for. */
export interface KnownByKey extends ColumnBase {
  readonly kind: 'known';
  readonly field: FieldDefinition;
  readonly object: string;
  readonly key: string;
}

/** What cannot be written, or is not of the record. */
export interface Ignored extends ColumnBase {
  readonly kind: 'ignored';
  /** Absent for columns that are no fields at all. */
  readonly field?: FieldDefinition;
}

/** A column whose values are written. */
export type WrittenColumn = PlainValue | RecordReference | ParentByKey | KnownByKey;

export function isWritten(column: ImportColumn): column is WrittenColumn {
  return column.kind !== 'id' && column.kind !== 'ignored';
}

/** What a column is called in an upload of the Bulk API. */
export function uploadHeader(column: WrittenColumn): string {
  if (column.kind !== 'parent') return column.field.name;
  const { field, target, key } = column;
  const type = (field.referenceTo?.length ?? 0) > 1 ? `${target.name}:` : '';
  return `${type}${field.relationshipName}.${key.name}`;
}
