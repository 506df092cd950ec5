import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';

export const refreshTokenGrant: Grant = ({ org, form, client }) => {
  const app = org.apps.authenticate(client, 'optional');
  const { clientId } = app;
  const token = form.get('refresh_token') ?? '';
  const approval = org.sessions.approval(token);
  if (!approval || approval.clientId !== clientId) {
    throw new OrgError('invalid_grant', 'expired access/refresh token');
  }
  const { userId, scopes } = approval;
  if (!org.users.isEnabled(userId)) throw new OrgError('invalid_grant', 'inactive user');
  if (!app.rotateRefreshTokens) {
    return { session: org.sessions.open(userId, { clientId, scopes, refreshToken: token }) };
  }
  org.sessions.revoke(token);
  const refreshToken = org.sessions.approve(userId, clientId, scopes);
  return { session: org.sessions.open(userId, { clientId, scopes, refreshToken }), refreshToken };
};
