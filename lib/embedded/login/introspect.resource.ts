import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { clientCredentials, oauthForm } from './oauth/oauth-form.js';

const HEADERS = { 'cache-control': 'no-cache, no-store' };

interface TokenState {
  readonly userId: string;
  readonly clientId?: string;
  readonly scopes?: readonly string[];
  readonly issuedAt: number;
  readonly type: 'access_token' | 'refresh_token';
  readonly expires?: number;
}

/** What a token is still worth, told to the app it was given to. */
export const introspectResource: OpenResource = {
  path: '/services/oauth2/introspect',
  methods: { POST: introspect },
};

function introspect(call: OpenCall): Answer {
  const { org, origin, headers } = call;
  const form = oauthForm(call);
  try {
    const app = org.apps.authenticate(clientCredentials(form, headers['authorization']), 'has');
    const token = form.get('token');
    if (!token) throw new OrgError('invalid_request', 'missing required parameter: token');
    const state = tokenState(org, token);
    const isOwn = state?.clientId === app.clientId && org.users.isEnabled(state.userId);
    return { status: 200, headers: HEADERS, body: isOwn ? describe(org, origin, state) : { active: false } };
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const body = { error: error.errorCode, error_description: error.message };
    return { status: error.status, headers: HEADERS, body };
  }
}

function tokenState(org: OrgContext, token: string): TokenState | undefined {
  const access = org.sessions.inspect(token);
  if (access) return { ...access.session, type: 'access_token', expires: access.expires };
  const approval = org.sessions.approval(token);
  return approval && { ...approval, type: 'refresh_token' };
}

function describe(org: OrgContext, origin: string, state: TokenState): object {
  const issued = seconds(state.issuedAt);
  return {
    active: true,
    scope: state.scopes?.join(' '),
    client_id: state.clientId,
    username: org.users.get(state.userId).username,
    sub: `${origin}/id/${org.organizationId}/${state.userId}`,
    token_type: state.type,
    exp: state.expires === undefined ? undefined : seconds(state.expires),
    iat: issued,
    nbf: issued,
  };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
