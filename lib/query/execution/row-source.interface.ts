import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import type { CacheOptions } from '../cache/cache-options.interface.js';
import type { StreamOptions } from './stream-options.interface.js';

/** A compiled query bound to an org: where the rows of a {@link Query} come from. */
export interface RowSource<Row> {
  readonly query: SoqlQuery;
  all(options: StreamOptions & CacheOptions): Promise<Row[]>;
  stream(options: StreamOptions): AsyncGenerator<Row, void, undefined>;
  /** How many rows there are. */
  count(options: StreamOptions & CacheOptions): Promise<number>;
  /** The same query for no more than one row. */
  one(): RowSource<Row>;
}
