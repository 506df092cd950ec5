import type { TransportResponse } from '../../transport/transport.interface.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import type { ResourceRequest } from '../resource-request.interface.js';
import type { StoredDescribe } from './describe-store.interface.js';
import { conditions, knownUpTo } from './validators.js';

/** What is asked: the org, behind a connection. */
export interface DescribeConnection {
  readonly name: string;
  readonly apiVersion: string;
  open(request: ResourceRequest): Promise<TransportResponse>;
}

interface ConditionalGetOptions {
  /** What was answered before, if anything. */
  readonly known?: StoredDescribe;
  readonly signal?: AbortSignal;
}

/** Reads a resource, or takes what is known where the org says that nothing has changed: the same object then. */
export async function conditionalGet(
  connection: DescribeConnection,
  path: string,
  { known, signal }: ConditionalGetOptions = {},
): Promise<StoredDescribe> {
  const response = await connection.open({ path, signal, headers: known ? conditions(known) : {} });
  const text = await response.text();
  if (response.status === 304 && known) return known;
  const { headers } = response;
  return { since: knownUpTo(headers), etag: headers['etag'], body: parseObject(text, path, connection.name) };
}

function parseObject(text: string, path: string, connection: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // Told below: the parser's own message quotes the answer.
  }
  throw new InvalidResponseException(`The answer of ${path} is no JSON object.`, { connection });
}
