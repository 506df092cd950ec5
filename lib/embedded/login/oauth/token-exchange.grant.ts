import type { EmbeddedAppOptions, ExternalToken } from '../../embedded-org-options.interface.js';
import { OrgError } from '../../org-error.js';
import { openWithRefresh } from './authorization-code.grant.js';
import type { Grant } from './grant.interface.js';
import { oauthLogin } from './oauth-login.js';
import { requestedScopes } from './scopes.js';

const TOKEN_TYPES: ReadonlySet<string> = new Set(
  ['access_token', 'refresh_token', 'id_token', 'saml2', 'jwt'].map(
    (type) => `urn:ietf:params:oauth:token-type:${type}`,
  ),
);

const FIELDS = [
  'access_token',
  'refresh_token',
  'signature',
  'scope',
  'id_token',
  'instance_url',
  'id',
  'token_type',
  'issued_token_type',
  'issued_at',
] as const;

/** A token of an identity provider for a session of the org: the app's handler says whose it is. */
export const tokenExchangeGrant: Grant = async ({ org, origin, form, client }) => {
  const app = org.apps.authenticate(client, 'has');
  const token = form.get('subject_token');
  const tokenType = form.get('subject_token_type') ?? '';
  if (!token) throw new OrgError('invalid_request', 'missing required parameter: subject_token');
  if (!TOKEN_TYPES.has(tokenType.toLowerCase())) {
    throw new OrgError('invalid_request', 'unsupported subject_token_type');
  }
  const scopes = requestedScopes(app, form.get('scope'));
  const handler = form.get('token_handler') ?? undefined;
  const username = await exchange(app, { token, tokenType, clientId: app.clientId, scopes, handler });
  const user = username === undefined ? undefined : org.users.findActive(username);
  if (!user) throw new OrgError('invalid_grant', "user hasn't approved this consumer");
  org.users.noteLogin(user.id, oauthLogin('OAuth Token Exchange', app, origin));
  return { ...openWithRefresh(org, { userId: user.id, clientId: app.clientId, scopes }), fields: FIELDS };
};

async function exchange(
  { tokenExchange }: EmbeddedAppOptions,
  subject: ExternalToken,
): Promise<string | undefined> {
  if (tokenExchange === undefined) {
    throw new OrgError(
      'invalid_request',
      'the embedded org knows no handler for the token: give the app one as `tokenExchange` in the option `apps`',
    );
  }
  if (typeof tokenExchange === 'function') return tokenExchange(subject);
  return Object.hasOwn(tokenExchange, subject.token) ? tokenExchange[subject.token] : undefined;
}
