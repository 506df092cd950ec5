import { createHmac } from 'node:crypto';
import type { OAuthError } from '../../../protocol/api-error.interface.js';
import { OrgError } from '../../org-error.js';
import type { ClientCredentials } from '../../connected-apps.js';
import { clientCredentialsGrant } from '../oauth/client-credentials.grant.js';
import type { Grant } from '../oauth/grant.interface.js';
import { jwtBearerGrant } from '../oauth/jwt-bearer.grant.js';
import { passwordGrant } from '../oauth/password.grant.js';
import { refreshTokenGrant } from '../oauth/refresh-token.grant.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';

const GRANTS: ReadonlyMap<string, Grant> = new Map([
  ['password', passwordGrant],
  ['refresh_token', refreshTokenGrant],
  ['client_credentials', clientCredentialsGrant],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', jwtBearerGrant],
]);

const NO_STORE = { 'cache-control': 'no-cache, no-store' };

/** Where sessions come from. */
export const tokenResource: OpenResource = {
  path: '/services/oauth2/token',
  methods: { POST: issueToken },
};

function issueToken(call: OpenCall): Answer {
  try {
    return grantToken(call);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const body: OAuthError = { error: error.errorCode, error_description: error.message };
    return { status: error.status, headers: NO_STORE, body };
  }
}

function grantToken({ org, origin, headers, body }: OpenCall): Answer {
  const form = body.form();
  const grant = GRANTS.get(form.get('grant_type') ?? '');
  if (!grant) throw new OrgError('unsupported_grant_type', 'grant type not supported');
  const client = clientOf(form, headers['authorization']);
  const session = grant({ org, origin, form, client });
  const id = `${origin}/id/${org.organizationId}/${session.userId}`;
  const issuedAt = String(org.now().getTime());
  return {
    status: 200,
    headers: NO_STORE,
    body: {
      access_token: session.token,
      instance_url: origin,
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
      signature: createHmac('sha256', client.secret ?? '')
        .update(id + issuedAt)
        .digest('base64'),
      scope: 'api',
    },
  };
}

/** The client, as form fields or as HTTP Basic. */
function clientOf(form: URLSearchParams, authorization: string | undefined): ClientCredentials {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const [id, secret] = basic ? splitBasic(basic) : [undefined, undefined];
  return { id: form.get('client_id') ?? id, secret: form.get('client_secret') ?? secret };
}

function splitBasic(encoded: string): [string, string] {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}
