import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';
import { oauthLogin } from './oauth-login.js';
import { requestedScopes, withoutRefresh } from './scopes.js';

const FIELDS = ['access_token', 'instance_url', 'id', 'token_type', 'issued_at', 'signature'] as const;

export const passwordGrant: Grant = ({ org, origin, form, client }) => {
  const app = org.apps.authenticate(client, 'always');
  const scopes = withoutRefresh(requestedScopes(app, form.get('scope')));
  const [username, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  const manner = oauthLogin('OAuth Username-Password', app, origin);
  const { user, refusal } = org.users.signIn(username, password, manner);
  if (!user) {
    throw new OrgError('invalid_grant', refusal === 'inactive' ? 'inactive user' : 'authentication failure');
  }
  return { session: org.sessions.open(user.id, { clientId: app.clientId, scopes }), fields: FIELDS };
};
