import { LimitExceededException } from '../../exceptions/limit-exceeded.exception.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';

const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404]);

/**
 * Whether the org has said no to what was asked: the user may not, or the object cannot. Whatever else goes wrong, an expired
 * session, a limit, an org that is down, would go wrong with the next call, too.
 */
export function isRefusal(error: unknown): error is SalesforceException {
  if (!(error instanceof SalesforceException) || error instanceof LimitExceededException) return false;
  return error.errorCode !== undefined && REFUSALS.has(error.status ?? 0);
}
