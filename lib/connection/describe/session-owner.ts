import { toId18 } from '../../protocol/salesforce-id.js';
import type { Session } from '../auth/auth-strategy.interface.js';
import { digest } from '../cache/cache-space.js';

/** The org and the user of a session: their ids, or a text that stands for them and tells nothing. */
export interface SessionOwner {
  readonly organization: string;
  readonly user: string;
}

/** The identity URL, `https://login.salesforce.com/id/00D…/005…`. */
const IDENTITY = /\/id\/(00D\w{12}(?:\w{3})?)\/(005\w{12}(?:\w{3})?)\b/i;
/** Tokens of sessions begin with the id of their org. */
const TOKEN = /^(00D\w{12}(?:\w{3})?)!/;

/**
 * Whose session it is. A session that was handed over does not tell its user: its token stands for the user, so that what is
 * kept for one session is found by the next one only when that is the same.
 */
export function sessionOwner({ id, accessToken, instanceUrl }: Session): SessionOwner {
  const [, organization, user] = IDENTITY.exec(id ?? '') ?? [];
  const org = organization ?? TOKEN.exec(accessToken)?.[1];
  return {
    organization: idOf(org) ?? `host-${shortDigest(instanceUrl)}`,
    user: idOf(user) ?? `session-${shortDigest(accessToken)}`,
  };
}

/** Some places have ids of 15 characters, others of 18. */
function idOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : toId18(id);
}

function shortDigest(text: string): string {
  return digest(text).slice(0, 16);
}
