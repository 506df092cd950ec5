import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { textOf } from '../execution/query-text.js';
import type { CacheOptions } from './cache-options.interface.js';
import { queryObjects } from './query-objects.js';

/** What is cached: the answer to a query, of a find or of a count. */
export interface CachedQuery {
  readonly query: SoqlQuery;
  readonly shape: EntityShape;
  readonly allRows?: boolean;
}

/**
 * What `load` gives, or gave not long ago, as it comes out of JSON: nobody else has it.
 *
 * @throws InvalidQueryException unless the time is a number of milliseconds.
 * @throws SalesforceConfigurationException when the connection has no cache.
 */
export async function cached<T>(
  { name, cache }: Pick<SalesforceConnection, 'name'> & Partial<Pick<SalesforceConnection, 'cache'>>,
  { query, shape, allRows = false }: CachedQuery,
  { ttl }: NonNullable<CacheOptions['cache']>,
  load: () => Promise<T>,
): Promise<T> {
  if (!(Number.isFinite(ttl) && ttl > 0)) {
    throw new InvalidQueryException(
      `${shape.entity.target.name}: cache.ttl is a number of milliseconds above zero.`,
    );
  }
  if (!cache) {
    throw new SalesforceConfigurationException(
      `The connection '${name}' has no cache: give it one by the option \`cache\`, such as Nest's CACHE_MANAGER.`,
      { connection: name },
    );
  }
  const entry = { objects: queryObjects(query, shape), key: JSON.stringify([textOf(query), allRows]), ttl };
  return JSON.parse(await cache.read(entry, async () => JSON.stringify(await load()))) as T;
}
