import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { QueryPlan } from '../protocol/query-plan.interface.js';
import { longGet, type ReadableResource } from './long-get.js';

/** How the org would run a query. */
export async function explainQuery(
  connection: ReadableResource,
  soql: string,
  signal?: AbortSignal,
): Promise<readonly QueryPlan[]> {
  const answer = await longGet(connection, { path: 'query', query: { explain: soql }, signal });
  const plans = (answer as { readonly plans?: unknown } | undefined | null)?.plans;
  if (Array.isArray(plans)) return plans as readonly QueryPlan[];
  throw new InvalidResponseException('The answer to an explained query holds no plans.', {
    connection: connection.name,
  });
}
