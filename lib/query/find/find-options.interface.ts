import type { CacheOptions } from '../cache/cache-options.interface.js';
import type { Exact } from '../select/exact.type.js';
import type { QueryScope, WithOptions } from './find-clauses.js';
import type { OrderBy } from '../order-by/order-by.type.js';
import type { Select } from '../select/select.type.js';
import type { StreamOptions } from '../execution/stream-options.interface.js';
import type { Where } from '../where/where.type.js';

/**
 * What a query says beside what it reads, which records, and in what order.
 *
 * @publicApi
 */
export interface FindClauses {
  /** Whose records to look at. @default 'everything' the connected user can see */
  readonly scope?: QueryScope;
  /** What the REST API takes behind WITH. */
  readonly with?: WithOptions;
  /** Marks the records as viewed, or as referred to, by the connected user. */
  readonly for?: 'view' | 'reference';
  /** Of knowledge articles: notes that a search came upon them, or counts them as viewed. */
  readonly update?: 'tracking' | 'viewstat';
}

/**
 * What a find reads, which records, and in what order. `S` is the type of the selection, `undefined` when there is none;
 * a method that takes these options infers it:
 *
 * ```ts
 * type FindAccounts = <const S extends Select<Account> | undefined = undefined>(
 *   options?: FindOptions<Account, S>,
 * ) => Promise<Selected<Account, S>[]>;
 * ```
 *
 * @publicApi
 */
export interface FindOptions<E, S extends Select<E> | undefined = undefined>
  extends StreamOptions, CacheOptions, FindClauses {
  /** @default all scalar fields of the entity */
  readonly select?: S & Exact<Select<E>, S>;
  /** @default every record */
  readonly where?: Where<E>;
  /** @default no order; the platform then promises none, not even the same one twice */
  readonly orderBy?: OrderBy<E> | readonly OrderBy<E>[];
  /** At most so many records; 0 finds none and makes no call. @default all of them */
  readonly take?: number;
  /**
   * Leaves out the first so many records, 2000 at most. With a `take` of 200 or less the org skips them; otherwise they are
   * read along, since the platform gives one page only of a query that skips.
   *
   * @default 0
   */
  readonly skip?: number;
}
