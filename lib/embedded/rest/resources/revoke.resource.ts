import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';

/** Ends a session, or with a refresh token an approval. Errors are form-encoded here, unlike anywhere else. */
export const revokeResource: OpenResource = {
  path: '/services/oauth2/revoke',
  methods: { POST: (call) => revoke(call, call.body.form().get('token')), GET: (call) => revoke(call) },
};

function revoke({ org, query }: OpenCall, posted: string | null = null): Answer {
  const token = posted ?? query.get('token');
  if (token !== null && org.sessions.revoke(token)) return { status: 200 };
  return {
    status: 400,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'error=invalid_token&error_description=invalid+token',
  };
}
