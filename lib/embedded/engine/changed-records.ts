import type { ObjectSchema } from '../catalog/object-schema.js';
import { OrgError } from '../org-error.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { quoteIdentifier, TableSchema } from './table-schema.js';
import { toStoredInstant } from './value/temporal-value.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far back changes can be asked for, and deletions. */
const UPDATED_DAYS = 30;
const DELETED_DAYS = 15;
const MAX_IDS = 600_000;

/** From a minute to the one before which the span ends. */
export interface TimeSpan {
  readonly start: Date;
  readonly end: Date;
}

export interface DeletedRecord {
  readonly id: string;
  readonly deletedDate: string;
}

/** Which records changed in a span of time, for clients that keep a copy of them. */
export class ChangedRecords {
  readonly #database: SqliteDatabase;
  readonly #tables: TableSchema;
  readonly #now: () => Date;

  constructor(deps: { readonly database: SqliteDatabase; now(): Date }) {
    this.#database = deps.database;
    this.#tables = new TableSchema(deps.database);
    this.#now = () => deps.now();
  }

  /** @throws OrgError for a span that ends before it starts, or starts too long ago. */
  updated(object: ObjectSchema, span: TimeSpan): { ids: string[]; latestDateCovered: Date } {
    const rows = this.#rows(object, wholeMinutes(span), 0, UPDATED_DAYS);
    return { ids: rows.map(([id]) => id), latestDateCovered: this.#covered(span) };
  }

  /** @throws OrgError for a span that ends before it starts, or starts too long ago. */
  deleted(
    object: ObjectSchema,
    span: TimeSpan,
  ): { deletedRecords: DeletedRecord[]; earliestDateAvailable: Date; latestDateCovered: Date } {
    const rows = this.#rows(object, wholeMinutes(span), 1, DELETED_DAYS);
    return {
      deletedRecords: rows.map(([id, deletedDate]) => ({ id, deletedDate })),
      earliestDateAvailable: minuteOf(new Date(this.#now().getTime() - DELETED_DAYS * DAY)),
      latestDateCovered: this.#covered(span),
    };
  }

  #rows(object: ObjectSchema, { start, end }: TimeSpan, deleted: 0 | 1, days: number): [string, string][] {
    const stamp = requireStamp(object);
    if (end.getTime() <= start.getTime()) {
      throw new OrgError('INVALID_REPLICATION_DATE', 'endDate must be at least one minute after startDate');
    }
    if (start.getTime() < this.#now().getTime() - days * DAY) {
      throw new OrgError('INVALID_REPLICATION_DATE', `startDate cannot be more than ${days} days ago`);
    }
    this.#tables.ensure(object);
    const column = quoteIdentifier(stamp);
    const rows = this.#database
      .prepare(
        `SELECT "Id", ${column} FROM ${quoteIdentifier(object.name)} ` +
          `WHERE "IsDeleted" = ? AND ${column} >= ? AND ${column} < ? ORDER BY ${column}, "Id" LIMIT ${MAX_IDS + 1}`,
      )
      .rows(deleted, toStoredInstant(start), toStoredInstant(end));
    if (rows.length <= MAX_IDS) return rows.map(([id, changed]) => [String(id), String(changed)]);
    throw new OrgError('EXCEEDED_ID_LIMIT', `more than ${MAX_IDS} records: ask for a shorter span of time`);
  }

  #covered({ end }: TimeSpan): Date {
    const now = minuteOf(this.#now());
    return end.getTime() < now.getTime() ? minuteOf(end) : now;
  }
}

/** What tells the last change of a record. */
function requireStamp(object: ObjectSchema): string {
  const stamp = ['SystemModstamp', 'LastModifiedDate'].find((name) => object.field(name));
  if (stamp !== undefined && object.definition.traits?.includes('replicateable')) return stamp;
  throw new OrgError('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support replication`);
}

/** The platform passes over seconds. */
function wholeMinutes({ start, end }: TimeSpan): TimeSpan {
  return { start: minuteOf(start), end: minuteOf(end) };
}

function minuteOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / MINUTE) * MINUTE);
}
