import { OrgError } from '../../org-error.js';
import { openWithRefresh } from './authorization-code.grant.js';
import type { DevicePoll } from './device-code.storage.js';
import type { Grant } from './grant.interface.js';

const REFUSALS: Readonly<Record<Exclude<DevicePoll['state'], 'approved'>, readonly [string, string]>> = {
  pending: ['authorization_pending', 'authorization is pending'],
  'too fast': ['slow_down', 'polling too frequently'],
  denied: ['access_denied', 'end-user denied authorization'],
  expired: ['invalid_grant', 'expired device code'],
  unknown: ['invalid_grant', 'invalid device code'],
};

/** What a device polls with until its user has decided. */
export const deviceGrant: Grant = ({ org, form, client }) => {
  const app = org.apps.authenticate(client, 'optional');
  const code = form.get('code') ?? form.get('device_code') ?? '';
  const poll = org.oauth.devices.poll(code, app.clientId);
  if (poll.state === 'approved') return openWithRefresh(org, { ...poll.request, userId: poll.userId });
  throw new OrgError(...REFUSALS[poll.state]);
};
