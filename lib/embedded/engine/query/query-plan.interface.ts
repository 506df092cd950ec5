import type { QueryResponse, WireRecord } from '../../../protocol/query-response.interface.js';
import type { FieldType } from '../../../protocol/field-type.type.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import type { SqlFragment } from './sql-fragment.js';
import type { UserSettings } from './user-settings.interface.js';

export type SqliteRow = readonly SqliteValue[];

/** What shaping a row needs beside the row. */
export interface ReadContext {
  /** `/services/data/vXX.X/sobjects/` */
  readonly sobjectsPath: string;
  readonly settings: UserSettings;
  /** Answers a subquery for one parent, `null` when there are no children. */
  children(plan: RecordPlan, parentId: string): QueryResponse | null;
}

/** Reads one property of the result from its columns. */
export type ValueReader = (row: SqliteRow, context: ReadContext) => unknown;

/** Reads a whole record, or `null` where the row has none: a parent that is missing. */
export type RecordReader = (row: SqliteRow, context: ReadContext) => WireRecord | null;

/** A field or function that a query selects, by itself: what it is called in rows without inner records. */
export interface SelectedLeaf {
  /** Such as `['Account', 'Owner', 'Name']`. */
  readonly path: readonly string[];
  readonly type: FieldType;
  readonly read: ValueReader;
}

interface PlanBasis {
  /** Every object whose table is read, by this plan or by those of its subqueries. */
  readonly objects: readonly ObjectSchema[];
}

/** A query for records. A result is paged by the list of its ids, so that any page can be read again by them. */
export interface RecordPlan extends PlanBasis {
  readonly kind: 'records';
  readonly read: RecordReader;
  /** What is selected, in its order, but for subqueries and TYPEOF. */
  readonly leaves: readonly SelectedLeaf[];
  /** The rows in the window of a run. */
  readonly rows: SqlFragment;
  /** The ids of the rows in the window of a run. */
  readonly ids: SqlFragment;
  /** The rows of the ids of a run, in their order. */
  readonly byIds: SqlFragment;
  readonly limit?: number;
  readonly offset?: number;
  readonly maxBatchSize: number;
  /** Whose records are to be noted as seen: every record in the result, whose id is the first column of its row. */
  readonly watched?: { readonly object: ObjectSchema; readonly viewed: boolean };
}

/** A query for groups, or for aggregates over all records: one batch that cannot be paged. */
export interface AggregatePlan extends PlanBasis {
  readonly kind: 'aggregate';
  readonly read: RecordReader;
  /** The rows in the window of a run. */
  readonly rows: SqlFragment;
  readonly limit?: number;
  readonly offset?: number;
}

/** `SELECT COUNT() FROM …` */
export interface CountPlan extends PlanBasis {
  readonly kind: 'count';
  readonly count: SqlFragment;
}

export type QueryPlan = RecordPlan | AggregatePlan | CountPlan;
