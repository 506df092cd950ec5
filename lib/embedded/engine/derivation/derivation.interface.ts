import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FiscalYear } from '../calendar/fiscal-year.js';
import type { OrgRow } from '../org-row.js';
import type { SqliteValue } from '../sqlite-database.interface.js';

/** A write under way, for rules that set fields from other fields. */
export interface DerivedWrite {
  readonly object: ObjectSchema;
  /** The record as it will be, without what the rules derive. */
  readonly after: OrgRow;
  /** The record as it was, as far as the rules read it; undefined for a new one. */
  readonly before: OrgRow | undefined;
  /** What the client gave, with the defaults of a new record. */
  readonly given: OrgRow;
  /** The time of the write, as stored. */
  readonly now: string;
  /** The org's fiscal year. */
  fiscalYear(): FiscalYear;
}

export type Derived = Readonly<Record<string, SqliteValue | undefined>>;

/** The fields that follow from others in one kind of record. */
export interface Derivation {
  /** Whether the object is of that kind. */
  appliesTo(object: ObjectSchema): boolean;
  /** What the derivation looks at: a write that gives none of these changes nothing that follows. */
  readonly reads: readonly string[];
  /** What it may set. */
  readonly sets: readonly string[];
  /** Of what it sets, what clients need not give though it is never empty. @default none */
  readonly fills?: readonly string[];
  /** A field that is left out, or undefined, stays as it is. */
  derive(write: DerivedWrite): Derived;
}
