import { createHash, randomUUID } from 'node:crypto';
import type { AuthOptions, SalesforceConnectionOptions } from '../connection-options.interface.js';

/**
 * The prefix of a connection's keys. A store may be shared by processes and by connections: those that see the same records,
 * as the same user of the same org, have the same prefix, and no others. It tells nothing of what it is made of.
 */
export function cacheSpace(
  name: string,
  { auth, loginUrl, apiVersion }: SalesforceConnectionOptions,
): string {
  // An embedded org is this process's own.
  const reached = auth ? [loginUrl, apiVersion, ...userOf(auth)] : [randomUUID()];
  return `nestjs-salesforce:${name}:${digest(JSON.stringify(reached))}`;
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** What tells one user of an org from others. Passwords and keys are left out: they could be guessed at. */
function userOf(auth: AuthOptions): readonly (string | undefined)[] {
  switch (auth.flow) {
    case 'jwt':
    case 'password':
      return [auth.flow, auth.clientId, auth.username];
    case 'client-credentials':
      return [auth.flow, auth.clientId];
    case 'refresh-token':
      return [auth.flow, auth.clientId, auth.refreshToken];
    case 'soap':
      return [auth.flow, auth.username];
    case 'session':
      return [auth.flow, auth.instanceUrl, auth.accessToken];
  }
}
