import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import type { OrgSession } from './org-session.storage.js';

const AUTHORIZATION = /^\s*(?:Bearer|OAuth)\s+(\S.*?)\s*$/i;

/** Any of these opens the data services to an app. */
const API_SCOPES: ReadonlySet<string> = new Set(['api', 'full', 'web']);

/** The session a data call is made with. */
export function authenticate(org: OrgContext, authorization: string | undefined): OrgSession {
  const token = AUTHORIZATION.exec(authorization ?? '')?.[1];
  if (authorization !== undefined && token === undefined) {
    throw new OrgError('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE', { status: 401 });
  }
  const session = token === undefined ? undefined : validSession(org, token);
  if (!session) throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
  if (session.scopes && !session.scopes.some((scope) => API_SCOPES.has(scope))) {
    throw new OrgError('INVALID_SESSION_ID', 'This session is not valid for use with the REST API', {
      status: 401,
    });
  }
  return session;
}

/** The session of a token while it lasts and its user may enter. */
export function validSession(org: OrgContext, token: string): OrgSession | undefined {
  const session = org.sessions.find(token);
  return session && org.users.isEnabled(session.userId) ? session : undefined;
}

/** The token of a header, such as `Bearer 00D…`. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return AUTHORIZATION.exec(authorization ?? '')?.[1];
}
