import type { OrgContext } from '../../org-context.interface.js';
import { OrgError } from '../../org-error.js';
import { meetsChallenge } from './authorization-code.storage.js';
import type { Grant, GrantedToken } from './grant.interface.js';
import { oauthLogin } from './oauth-login.js';
import { allowsRefresh } from './scopes.js';

export const authorizationCodeGrant: Grant = ({ org, origin, form, client }) => {
  const app = org.apps.authenticate(client, 'has');
  const access = org.oauth.codes.redeem(form.get('code') ?? '');
  if (access === 'expired') throw new OrgError('invalid_grant', 'expired authorization code');
  if (!access || access.clientId !== app.clientId) {
    throw new OrgError('invalid_grant', 'invalid authorization code');
  }
  if (form.get('redirect_uri') !== access.redirectUri) {
    throw new OrgError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  if (access.challenge && !meetsChallenge(access.challenge, form.get('code_verifier'))) {
    throw new OrgError('invalid_grant', 'invalid code verifier');
  }
  const granted = openWithRefresh(org, access);
  org.users.noteLogin(access.userId, oauthLogin('OAuth Web Server', app, origin));
  return { ...granted, nonce: access.nonce };
};

/** Opens the session a user consented to, with a refresh token when that is among the scopes. */
export function openWithRefresh(
  org: OrgContext,
  access: { readonly userId: string; readonly clientId: string; readonly scopes: readonly string[] },
): GrantedToken {
  const { userId, clientId, scopes } = access;
  if (!org.users.isEnabled(userId)) throw new OrgError('invalid_grant', 'inactive user');
  const refreshToken = allowsRefresh(scopes) ? org.sessions.approve(userId, clientId, scopes) : undefined;
  return { session: org.sessions.open(userId, { clientId, scopes, refreshToken }), refreshToken };
}
