import { OrgError } from '../org-error.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { authorizationCodeGrant } from './oauth/authorization-code.grant.js';
import { provenClient } from './oauth/client-assertion.js';
import { clientCredentialsGrant } from './oauth/client-credentials.grant.js';
import { deviceGrant } from './oauth/device.grant.js';
import type { Grant } from './oauth/grant.interface.js';
import { jwtBearerGrant } from './oauth/jwt-bearer.grant.js';
import { oauthAnswer, oauthFormat } from './oauth/oauth-format.js';
import { clientCredentials, oauthForm } from './oauth/oauth-form.js';
import { passwordGrant } from './oauth/password.grant.js';
import { refreshTokenGrant } from './oauth/refresh-token.grant.js';
import { requestedScopes } from './oauth/scopes.js';
import { tokenAnswer } from './oauth/token-answer.js';
import { tokenExchangeGrant } from './oauth/token-exchange.grant.js';

const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ['password', passwordGrant],
  ['refresh_token', refreshTokenGrant],
  ['hybrid_refresh', refreshTokenGrant],
  ['client_credentials', clientCredentialsGrant],
  ['authorization_code', authorizationCodeGrant],
  ['hybrid_auth_code', authorizationCodeGrant],
  ['device', deviceGrant],
  ['urn:ietf:params:oauth:grant-type:device_code', deviceGrant],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', jwtBearerGrant],
  ['urn:ietf:params:oauth:grant-type:token-exchange', tokenExchangeGrant],
]);

type Fields = Readonly<Record<string, string | number | undefined>>;

/** Where sessions come from. */
export const tokenResource: OpenResource = {
  path: '/services/oauth2/token',
  methods: { POST: issueToken },
};

async function issueToken(call: OpenCall): Promise<Answer> {
  const form = oauthForm(call);
  const format = oauthFormat(form.get('format'), call.headers['accept']);
  try {
    const isDevice = form.get('response_type') === 'device_code';
    return oauthAnswer(format, 200, isDevice ? deviceCodes(call, form) : await grantToken(call, form));
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return oauthAnswer(format, error.status, { error: error.errorCode, error_description: error.message });
  }
}

async function grantToken({ org, origin, headers }: OpenCall, form: URLSearchParams): Promise<Fields> {
  const grant = GRANTS.get(form.get('grant_type') ?? '');
  if (!grant) throw new OrgError('unsupported_grant_type', 'grant type not supported');
  const client = provenClient(org, origin, form, clientCredentials(form, headers['authorization']));
  const granted = await grant({ org, origin, form, client });
  return tokenAnswer({ org, origin, secret: client.secret }, granted);
}

/** What a device shows its user, who goes on elsewhere. */
function deviceCodes({ org, origin }: OpenCall, form: URLSearchParams): Fields {
  const app = org.apps.identify(form.get('client_id'));
  const scopes = requestedScopes(app, form.get('scope'));
  const { deviceCode, userCode } = org.oauth.devices.issue(app.clientId, scopes);
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: `${origin}/setup/connect`,
    interval: org.oauth.devices.interval,
  };
}
