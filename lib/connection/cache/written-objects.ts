import type { TransportRequest } from '../../transport/transport.interface.js';

/** What a call may change: the records of these objects, of no object, or of objects that the call does not tell. */
export type WrittenObjects = readonly string[] | 'none' | 'unknown';

const BELOW_VERSION = /^\/services\/data\/v\d+\.\d\/(.*)$/;

/** What a call changes, as far as its path and body tell. */
export function writtenObjects({ method, url, body }: TransportRequest): WrittenObjects {
  if (method === 'GET' || method === 'HEAD') return 'none';
  const { pathname } = new URL(url, 'https://org');
  const [resource, ...rest] = (BELOW_VERSION.exec(pathname)?.[1] ?? '').split('/').map(decodeURIComponent);
  switch (resource) {
    case 'sobjects':
      // Which records go with the one that is deleted, only the org knows.
      return method === 'DELETE' ? 'unknown' : objectsOf(rest[0]);
    case 'parameterizedSearch':
      return 'none';
    case 'composite':
      return writtenByComposite(method, rest, typeof body === 'string' ? body : '');
    default:
      return 'unknown';
  }
}

function writtenByComposite(
  method: TransportRequest['method'],
  [resource, sobject]: readonly string[],
  body: string,
): WrittenObjects {
  if (resource === undefined || resource === 'batch') return onlyReads(body) ? 'none' : 'unknown';
  if (resource !== 'sobjects') return 'unknown';
  // Ids are posted to an object's collection to read its records.
  if (sobject !== undefined) return method === 'POST' ? 'none' : objectsOf(sobject);
  return method === 'DELETE' ? 'unknown' : typesIn(body);
}

function objectsOf(sobject: string | undefined): WrittenObjects {
  return sobject === undefined || sobject === '' ? 'unknown' : [sobject];
}

interface CompositeBody {
  readonly compositeRequest?: readonly { readonly method?: unknown }[];
  readonly batchRequests?: readonly { readonly method?: unknown }[];
}

function onlyReads(body: string): boolean {
  const { compositeRequest, batchRequests } = parse<CompositeBody>(body);
  const requests = compositeRequest ?? batchRequests ?? [];
  return requests.length > 0 && requests.every(({ method }) => method === 'GET');
}

interface CollectionBody {
  readonly records?: readonly { readonly attributes?: { readonly type?: unknown } }[];
}

function typesIn(body: string): WrittenObjects {
  const types = new Set(parse<CollectionBody>(body).records?.map((record) => record.attributes?.type));
  const known = [...types].filter((type) => typeof type === 'string');
  return known.length === 0 || known.length < types.size ? 'unknown' : known;
}

/** A body that is no JSON is for the org to refuse. */
function parse<T extends object>(body: string): Partial<T> {
  try {
    return (JSON.parse(body) ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}
