import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { Exact } from '../select/exact.type.js';
import type { DataCategorySelection } from '../find/find-clauses.js';
import type { OrderBy } from '../order-by/order-by.type.js';
import type { SelectParent } from '../select/select.type.js';
import type { Where } from '../where/where.type.js';

/**
 * Which fields a search looks into. `name` are those that name a record, `sidebar` those a search from the sidebar knows.
 *
 * @publicApi
 */
export type SearchGroup = 'all' | 'name' | 'email' | 'phone' | 'sidebar';

/**
 * How a text is searched for: by all of its `words`, in any order; by all of them, the last one of which may go on, as while
 * somebody types (`prefix`); or as a `phrase`, the words one after the other.
 *
 * @publicApi
 */
export type SearchMatch = 'words' | 'prefix' | 'phrase';

/**
 * What is searched for, and where, whatever the entities are.
 *
 * @publicApi
 */
export interface SearchScope {
  /** @default 'all' */
  readonly in?: SearchGroup;
  /** How a text is searched for; a `sosl.term` says so itself. @default 'words' */
  readonly match?: SearchMatch;
  /** Looks for corrected spellings too when a word is not found. @default true */
  readonly spellCorrection?: boolean;
  /** Name of the one division to search. @default all that the connected user can see */
  readonly division?: string;
  /** Ids of the Experience Cloud sites to search. */
  readonly networks?: readonly string[];
  /** Ids of the price books whose products are searched. */
  readonly priceBooks?: readonly string[];
  /** By API name of the group; all of them must hold. Only knowledge articles and questions have data categories. */
  readonly dataCategories?: Readonly<Record<string, DataCategorySelection>>;
}

/**
 * What to read of the records of one entity that a search finds. `S` is the type of the selection, `undefined` when there is
 * none. Child records are out of a search's reach.
 *
 * @publicApi
 */
export interface ReturningOptions<E, S extends SelectParent<E> | undefined = undefined> {
  /** @default all scalar fields of the entity */
  readonly select?: S & Exact<SelectParent<E>, S>;
  /** Leaves out what was found and does not match. @default every record found */
  readonly where?: Where<E>;
  /** @default by relevance */
  readonly orderBy?: OrderBy<E> | readonly OrderBy<E>[];
  /** At most so many records, 2,000 at most; 0 finds none. @default as many as the platform gives, 2,000 or fewer */
  readonly take?: number;
  /** Only records of the list view of that name. */
  readonly listView?: string;
}

/**
 * A search for records of one entity.
 *
 * @publicApi
 */
export interface SearchOptions<E, S extends SelectParent<E> | undefined = undefined>
  extends SearchScope, ReturningOptions<E, S>, Pick<QueryOptions, 'signal'> {
  /** Leaves out the first so many records, 2,000 at most. @default 0 */
  readonly skip?: number;
}

/**
 * What a search for several entities says of all of them.
 *
 * @publicApi
 */
export interface SearchForOptions extends SearchScope {
  /** At most so many records of all entities together, 2,000 at most. @default 2,000 */
  readonly take?: number;
}
