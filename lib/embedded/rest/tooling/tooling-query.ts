import type { QueryResponse } from '../../../protocol/query-response.interface.js';
import type { QueryColumns } from '../../engine/query/query-columns.js';
import { OrgError } from '../../org-error.js';
import type { DataCall } from '../resource.interface.js';
import { queriedObject } from './queried-object.js';
import { SHARED_OBJECTS } from './tooling-definitions.js';

const SHARED = /\bFROM\s+(?:Entity|Field|Picklist|Relationship)\w+/i;

/** The answer of a Tooling query, which says more of itself than that of a data query. */
export function runToolingQuery(call: DataCall, soql: string) {
  const { org, user, apiVersion } = call;
  const { name = '' } = queriedObject(soql);
  const ownsIt = org.metadata.catalog.own(name) !== undefined;
  const result = ownsIt
    ? org.metadata.run(soql, { user, apiVersion })
    : org.queries.run(soql, { user, apiVersion });
  const records = result.records.map((record) => withToolingUrls(record, call.root));
  return {
    size: records.length,
    totalSize: result.totalSize,
    done: result.done,
    queryLocator: null,
    entityTypeName: entityTypeOf(result),
    records,
  };
}

/** What the records of a Tooling query are made of. */
export function toolingColumns({ org, user }: DataCall, soql: string): QueryColumns {
  const { name = '' } = queriedObject(soql);
  const engine = org.metadata.catalog.own(name) === undefined ? org.queries : org.metadata;
  return engine.columns(soql, { user });
}

/** Whether a query of the data API is about the org's metadata, which it answers for as well. */
export function isMetadataQuery(soql: string): boolean {
  return SHARED.test(soql) && SHARED_OBJECTS.has(canonical(queriedObject(soql).name ?? ''));
}

/** @throws OrgError for no query at all */
export function requireSoql({ query }: DataCall): string {
  const soql = query.get('q');
  if (soql !== null && soql.trim() !== '') return soql;
  throw new OrgError('MALFORMED_QUERY', 'SOQL statements cannot be empty or null');
}

function canonical(name: string): string {
  return [...SHARED_OBJECTS].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
}

function entityTypeOf({ records }: QueryResponse): string | null {
  const { type } = (records[0]?.['attributes'] ?? {}) as { readonly type?: string };
  return type ?? null;
}

/** Records of the Tooling API have their address there. */
function withToolingUrls(value: unknown, root: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withToolingUrls(item, root));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      if (typeof inner === 'string' && inner.startsWith(`${root}/sobjects/`)) {
        return [name, `${root}/tooling${inner.slice(root.length)}`];
      }
      return [name, withToolingUrls(inner, root)];
    }),
  );
}
