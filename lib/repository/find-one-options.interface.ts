import type { QueryOptions } from '../connection/resource-request.interface.js';
import type { CacheOptions } from '../query/cache/cache-options.interface.js';
import type { Exact } from '../query/select/exact.type.js';
import type { FindClauses } from '../query/find/find-options.interface.js';
import type { OrderBy } from '../query/order-by/order-by.type.js';
import type { Select } from '../query/select/select.type.js';
import type { Where } from '../query/where/where.type.js';

/**
 * What to read of a record whose id is known.
 *
 * @publicApi
 */
export interface FindByIdOptions<E, S extends Select<E> | undefined = undefined>
  extends QueryOptions, Pick<FindClauses, 'for' | 'update'> {
  /** @default all scalar fields of the entity */
  readonly select?: S & Exact<Select<E>, S>;
}

/**
 * Which record to find and what of it; the first one in the order asked for, where several match.
 *
 * @publicApi
 */
export interface FindOneOptions<E, S extends Select<E> | undefined = undefined>
  extends FindByIdOptions<E, S>, FindClauses, CacheOptions {
  /** @default any record */
  readonly where?: Where<E>;
  /** @default no order; the platform then promises none, not even the same one twice */
  readonly orderBy?: OrderBy<E> | readonly OrderBy<E>[];
}

/**
 * Which records to count, or to look for.
 *
 * @publicApi
 */
export interface CountOptions<E>
  extends Pick<QueryOptions, 'allRows' | 'signal'>, Pick<FindClauses, 'scope' | 'with'>, CacheOptions {
  /** @default every record */
  readonly where?: Where<E>;
}
