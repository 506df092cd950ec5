import type { SalesforceException } from '../exceptions/salesforce.exception.js';
import { toId18, whyNoId } from '../protocol/salesforce-id.js';

/**
 * The 18-character form of an id.
 *
 * @param Refusal the exception for a text that cannot be the id of any record
 */
export function toRecordId(
  id: unknown,
  entity: string,
  Refusal: new (message: string) => SalesforceException,
): string {
  const id18 = typeof id === 'string' ? toId18(id) : undefined;
  if (id18 !== undefined) return id18;
  throw new Refusal(`${entity}: ${whyNoId(id)}`);
}
