import { idChecksum } from '../../../protocol/salesforce-id.js';
import { OrgError } from '../../org-error.js';
import type { RecordPlan } from './query-plan.interface.js';
import type { QueryRun } from './query-run.interface.js';

const LIFETIME = 2 * 24 * 60 * 60 * 1000;
/** Beyond either of these the oldest cursors are dropped: a cursor holds the ids of its whole result. */
const MAX_CURSORS = 500;
const MAX_IDS = 5_000_000;
const LOCATOR = /^(01g[a-zA-Z0-9]{15})(?:-(\d+))?$/;

/**
 * A result that is being paged. Which rows it has, and in which order, was settled when the query ran, so that writes do
 * not shift pages; what is in them is read with each page.
 */
export interface QueryCursor {
  readonly plan: RecordPlan;
  readonly ids: readonly string[];
  readonly run: QueryRun;
  readonly batchSize: number;
}

/** The open cursors of an org. */
export class QueryCursorStorage {
  readonly #now: () => Date;
  readonly #cursors = new Map<string, { readonly cursor: QueryCursor; readonly expires: number }>();
  #opened = 0;
  #held = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Keeps a cursor and gives the locator of its page at `offset`. */
  open(cursor: QueryCursor, offset: number): string {
    const id = `01g${(++this.#opened).toString(36).toUpperCase().padStart(12, '0')}`;
    const locator = id + idChecksum(id);
    this.#cursors.set(locator, { cursor, expires: this.#now().getTime() + LIFETIME });
    this.#held += cursor.ids.length;
    this.#dropOldest();
    return `${locator}-${offset}`;
  }

  /**
   * The cursor of a locator and the row its page begins with.
   *
   * @throws OrgError for a locator that was never given to the user, or has expired.
   */
  find(
    locator: string,
    userId: string,
  ): { readonly cursor: QueryCursor; readonly id: string; readonly offset: number } {
    const [, id = '', offset = '0'] = LOCATOR.exec(locator) ?? [];
    const found = this.#cursors.get(id);
    if (found && found.expires <= this.#now().getTime()) this.#drop(id);
    else if (found?.cursor.run.userId === userId) return { cursor: found.cursor, id, offset: Number(offset) };
    throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }

  /** The newest cursor stays in any case. */
  #dropOldest(): void {
    for (const locator of this.#cursors.keys()) {
      const fits = this.#cursors.size <= MAX_CURSORS && this.#held <= MAX_IDS;
      if (fits || this.#cursors.size === 1) return;
      this.#drop(locator);
    }
  }

  #drop(locator: string): void {
    this.#held -= this.#cursors.get(locator)?.cursor.ids.length ?? 0;
    this.#cursors.delete(locator);
  }
}
