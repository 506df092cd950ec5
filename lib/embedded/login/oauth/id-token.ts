import { createHash } from 'node:crypto';
import type { OrgContext } from '../../org-context.interface.js';
import type { OrgSession } from '../org-session.storage.js';

/** Seconds an identity token is good for: it proves a sign-in, and opens nothing. */
const LIFETIME = 120;

interface IdTokenRequest {
  readonly org: OrgContext;
  readonly origin: string;
  readonly session: OrgSession;
  readonly nonce?: string;
}

/** Who signed in, for the app, in the words of OpenID Connect. */
export function createIdToken({ org, origin, session, nonce }: IdTokenRequest): Promise<string> {
  const issued = Math.floor(session.issuedAt / 1000);
  return org.oauth.signingKey.sign({
    at_hash: halfHash(session.token),
    sub: `${origin}/id/${org.organizationId}/${session.userId}`,
    aud: session.clientId,
    iss: origin,
    exp: issued + LIFETIME,
    iat: issued,
    ...(nonce !== undefined && { nonce }),
  });
}

function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
