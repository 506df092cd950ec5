import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import { lowerCaseNames } from '../../transport/lower-case-names.js';
import type { DescribeConnection } from './conditional-get.js';
import type { StoredDescribe } from './describe-store.interface.js';
import { conditions, knownUpTo } from './validators.js';

/** An object to be described, and what is known of it. */
export interface DescribeWish {
  readonly name: string;
  readonly known: StoredDescribe | undefined;
}

interface CompositeAnswer {
  readonly compositeResponse?: readonly {
    readonly body?: unknown;
    readonly httpHeaders?: Readonly<Record<string, string>>;
    readonly httpStatusCode?: number;
    readonly referenceId?: string;
  }[];
}

/** What a composite request may have. */
export const MOST_IN_BATCH = 25;

/**
 * Describes objects in one call, which the org counts as one. The result has none of those that this could not be done for;
 * asked one by one, they have an answer or an error of their own.
 */
export async function describeBatch(
  connection: DescribeConnection,
  wishes: readonly DescribeWish[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, StoredDescribe>> {
  const root = `/services/data/v${connection.apiVersion}/sobjects`;
  const compositeRequest = wishes.map(({ name, known }, place) => ({
    method: 'GET',
    url: `${root}/${encodeURIComponent(name)}/describe`,
    referenceId: `object${place}`,
    ...(known && { httpHeaders: conditions(known) }),
  }));
  const answered = await post(connection, { allOrNone: false, compositeRequest }, signal);
  const described = new Map<string, StoredDescribe>();
  for (const { body, httpHeaders, httpStatusCode, referenceId } of answered.compositeResponse ?? []) {
    const wish = wishes[Number(referenceId?.replace('object', ''))];
    if (!wish) continue;
    const { name, known } = wish;
    if (httpStatusCode === 304 && known) described.set(name, known);
    if (httpStatusCode !== 200 || typeof body !== 'object' || body === null) continue;
    const headers = lowerCaseNames(httpHeaders ?? {});
    described.set(name, { since: knownUpTo(headers), etag: headers['etag'], body });
  }
  return described;
}

async function post(
  connection: DescribeConnection,
  request: object,
  signal: AbortSignal | undefined,
): Promise<CompositeAnswer> {
  try {
    const response = await connection.open({ method: 'POST', path: 'composite', body: request, signal });
    return JSON.parse(await response.text()) as CompositeAnswer;
  } catch (error) {
    if (isRefusal(error)) return {};
    throw error instanceof SyntaxError
      ? new InvalidResponseException('The answer of composite is no JSON.', { connection: connection.name })
      : error;
  }
}

/** Whether it is the request that fails, be it for its size, and not the org, where any call would meet the same. */
function isRefusal(error: unknown): boolean {
  return error instanceof SalesforceException && [400, 404, 405, 413, 500].includes(error.status ?? 0);
}
