import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { oauthForm } from './oauth/oauth-form.js';
import { oauthAnswer, oauthFormat } from './oauth/oauth-format.js';

/** Ends a session, or with a refresh token an approval. Errors are form-encoded here unless the client asks for more. */
export const revokeResource: OpenResource = {
  path: '/services/oauth2/revoke',
  methods: { POST: revoke, GET: revoke },
};

function revoke(call: OpenCall): Answer {
  const { org, headers } = call;
  const form = oauthForm(call);
  const token = form.get('token') ?? '';
  const approval = org.sessions.approval(token);
  if (org.sessions.revoke(token)) {
    if (approval) org.oauth.consents.withdraw(approval.userId, approval.clientId);
    return { status: 200 };
  }
  const asked = form.get('format') ?? (headers['accept']?.includes('json') ? 'json' : 'urlencoded');
  return oauthAnswer(oauthFormat(asked, undefined), 400, {
    error: 'invalid_token',
    error_description: 'invalid token',
  });
}
