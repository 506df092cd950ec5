import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';

const SCOPES = [
  'custom_permissions',
  'content',
  'wave_api',
  'web',
  'offline_access',
  'id',
  'api',
  'eclair_api',
  'email',
  'lightning',
  'visualforce',
  'openid',
  'profile',
  'phone',
  'address',
  'refresh_token',
  'chatter_api',
  'full',
];

const CLAIMS = [
  'active',
  'address',
  'email',
  'email_verified',
  'family_name',
  'given_name',
  'is_app_installed',
  'language',
  'locale',
  'name',
  'nickname',
  'organization_id',
  'phone_number',
  'phone_number_verified',
  'photos',
  'picture',
  'preferred_username',
  'profile',
  'sub',
  'updated_at',
  'urls',
  'user_id',
  'user_type',
  'zoneinfo',
];

/** Where the OpenID Connect services of the org are, and the keys that their tokens are signed with. */
export const discoveryResources: readonly OpenResource[] = [
  { path: '/.well-known/openid-configuration', methods: { GET: configuration } },
  { path: '/id/keys', methods: { GET: keys } },
];

function configuration({ origin }: OpenCall): Answer {
  const oauth = `${origin}/services/oauth2`;
  return {
    status: 200,
    body: {
      issuer: origin,
      authorization_endpoint: `${oauth}/authorize`,
      token_endpoint: `${oauth}/token`,
      revocation_endpoint: `${oauth}/revoke`,
      userinfo_endpoint: `${oauth}/userinfo`,
      jwks_uri: `${origin}/id/keys`,
      introspection_endpoint: `${oauth}/introspect`,
      scopes_supported: SCOPES,
      response_types_supported: ['code', 'token', 'token id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      display_values_supported: ['page', 'popup', 'touch'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
      claims_supported: CLAIMS,
      code_challenge_methods_supported: ['S256', 'plain'],
    },
  };
}

async function keys({ org }: OpenCall): Promise<Answer> {
  return { status: 200, body: { keys: [await org.oauth.signingKey.publicJwk()] } };
}
