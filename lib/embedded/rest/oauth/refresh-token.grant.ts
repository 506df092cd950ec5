import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';

export const refreshTokenGrant: Grant = ({ org, form, client }) => {
  const app = org.apps.authenticate(client, false);
  const session = org.sessions.refresh(form.get('refresh_token') ?? '', app.clientId);
  if (!session) throw new OrgError('invalid_grant', 'expired access/refresh token');
  return session;
};
