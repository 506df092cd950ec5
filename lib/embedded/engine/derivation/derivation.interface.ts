import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FiscalYear } from '../calendar/fiscal-year.js';
import type { OrgRow } from '../org-row.js';
import type { SqliteValue } from '../sqlite-database.interface.js';

/** A write under way, for rules that set fields from other fields. */
export interface DerivedWrite {
  readonly object: ObjectSchema;
  /** The record as it will be, without what the rules derive. */
  readonly after: OrgRow;
  /** The record as it was; undefined for a new one. */
  readonly before: OrgRow | undefined;
  /** What the client gave, with the defaults of a new record. */
  readonly given: OrgRow;
  /** The time of the write, as stored. */
  readonly now: string;
  /** The org's fiscal year. */
  fiscalYear(): FiscalYear;
}

/** The fields that follow from others in one kind of record; none of another kind. */
export type Derivation = (write: DerivedWrite) => Readonly<Record<string, SqliteValue | undefined>>;
