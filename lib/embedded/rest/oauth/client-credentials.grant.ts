import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';

export const clientCredentialsGrant: Grant = ({ org, client }) => {
  const app = org.apps.authenticate(client, true);
  const userId = app.runAs === undefined ? org.administratorId : org.users.findActive(app.runAs)?.id;
  if (userId === undefined) throw new OrgError('invalid_grant', 'no client credentials user enabled');
  return org.sessions.open(userId, app.clientId);
};
