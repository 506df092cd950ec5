import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import type { OrgSession } from '../org-session.storage.js';

const AUTHORIZATION = /^\s*(?:Bearer|OAuth)\s+(\S+)\s*$/i;

/** The session a data call is made with. */
export function authenticate(org: OrgContext, authorization: string | undefined): OrgSession {
  const token = AUTHORIZATION.exec(authorization ?? '')?.[1];
  if (authorization !== undefined && token === undefined) {
    throw new OrgError('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE', { status: 401 });
  }
  const session = token === undefined ? undefined : org.sessions.find(token);
  if (!session) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
  return session;
}

/** The session of an identity call, whose answer to strangers is another status, and plain text. */
export function identitySession(org: OrgContext, authorization: string | undefined): OrgSession | undefined {
  const token = AUTHORIZATION.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : org.sessions.find(token);
}
