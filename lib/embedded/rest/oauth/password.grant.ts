import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';

export const passwordGrant: Grant = ({ org, form, client }) => {
  const app = org.apps.authenticate(client, true);
  const user = org.users.authenticate(form.get('username') ?? '', form.get('password') ?? '');
  if (!user) throw new OrgError('invalid_grant', 'authentication failure');
  return org.sessions.open(user.id, app.clientId);
};
