import { OrgError } from '../../org-error.js';
import type { Grant } from './grant.interface.js';
import { oauthLogin } from './oauth-login.js';
import { requestedScopes, withoutRefresh } from './scopes.js';
import { readAssertion, verifyAssertion } from './signed-assertion.js';

const FIELDS = ['access_token', 'scope', 'id_token', 'instance_url', 'id', 'token_type'] as const;

export const jwtBearerGrant: Grant = ({ org, origin, form }) => {
  const assertion = readAssertion(form.get('assertion'));
  const { iss, sub } = assertion.claims;
  const app = org.apps.identify(typeof iss === 'string' ? iss : undefined);
  const { clientId, publicKey } = app;
  if (publicKey === undefined) {
    throw new OrgError(
      'invalid_grant',
      'the embedded org cannot verify the assertion: list the app with its publicKey in the option `apps`',
    );
  }
  verifyAssertion(assertion, { publicKey, now: org.now(), origin });
  const scopes = withoutRefresh(requestedScopes(app, form.get('scope')));
  const user = typeof sub === 'string' ? org.users.findActive(sub) : undefined;
  if (!user) throw new OrgError('invalid_grant', "user hasn't approved this consumer");
  org.users.noteLogin(user.id, oauthLogin(undefined, app, origin));
  return { session: org.sessions.open(user.id, { clientId, scopes }), fields: FIELDS };
};
