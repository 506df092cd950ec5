import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { OrgUser } from '../org-user.interface.js';
import type { WriteOptions } from '../write/write-options.interface.js';

/** A write of one record. */
export interface RecordWrite {
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly object: ObjectSchema;
  readonly id: string;
  /** The record as it was; undefined for a new one. */
  readonly before: Readonly<OrgRow> | undefined;
  /** The record as it will be, or is. */
  readonly after: Readonly<OrgRow>;
  readonly user: OrgUser;
  readonly options: WriteOptions;
}

/** What one object's records do beside being stored. All of it is part of the transaction of the write. */
export interface ObjectBehaviour {
  /** Completes what is about to be stored of a record that is created or updated. @throws OrgError to refuse it */
  complete?(write: RecordWrite, row: OrgRow): void;
  /** Goes on from what has been stored. @throws OrgError to refuse it after all, which undoes it */
  follow?(write: RecordWrite): void;
}

/** A feature of the org, such as its validation rules. */
export interface RecordBehaviour {
  /** What it means for an object; undefined for objects it does not concern, whose writes then cost nothing more. */
  of(object: ObjectSchema): ObjectBehaviour | undefined;
  /** Whether it fills a field by itself, so that nobody else may. @default no field */
  computes?(object: ObjectSchema, field: FieldDefinition): boolean;
}
