import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { NameObject } from './name-object.js';
import type { SqlFragment } from './sql-fragment.js';

/** The rows of one object in a statement. */
export interface RecordSource {
  readonly kind: 'record';
  readonly object: ObjectSchema;
  readonly table: SqlFragment;
}

/** Whatever records a polymorphic reference points to. */
export interface NameSource {
  readonly kind: 'name';
  readonly object: NameObject;
}

export type FieldSource = RecordSource | NameSource;

/** A field path found in the catalog. */
export interface ResolvedField {
  readonly field: FieldDefinition;
  readonly source: FieldSource;
  /** Absent for compound fields, which are computed from their components. */
  readonly column?: SqlFragment;
  /** The path in the catalog's own spelling, without aliases: `Account.Owner.Name`. */
  readonly path: readonly string[];
}
