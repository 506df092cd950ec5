import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';
import { oauthLogin } from './oauth-login.js';
import { requestedScopes, withoutRefresh } from './scopes.js';

export const clientCredentialsGrant: Grant = ({ org, origin, form, client }) => {
  const app = org.apps.authenticate(client, 'always');
  if (form.get('scope')) throw new OrgError('invalid_request', 'scope parameter not supported');
  const userId = app.runAs === undefined ? org.administratorId : org.users.findActive(app.runAs)?.id;
  if (userId === undefined) throw new OrgError('invalid_grant', 'no client credentials user enabled');
  org.users.noteLogin(userId, oauthLogin('OAuth Client Credentials', app, origin));
  const scopes = withoutRefresh(requestedScopes(app, null));
  return { session: org.sessions.open(userId, { clientId: app.clientId, scopes }) };
};
