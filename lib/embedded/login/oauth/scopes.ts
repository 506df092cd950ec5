import type { EmbeddedAppOptions } from '../../embedded-org-options.interface.js';
import { OrgError } from '../../org-error.js';

/** What an app may ask for that lists no scopes, and is given when it asks for none. */
const DEFAULT_SCOPES = ['refresh_token', 'web', 'id', 'api'] as const;

/** What `full` does not include. */
const BEYOND_FULL: ReadonlySet<string> = new Set(['refresh_token', 'offline_access']);

const SCOPE = /^[a-z][a-z\d_.:/-]*$/i;

/** The words for a person who decides, of the scopes that are asked for most. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  api: 'Manage user data via APIs',
  web: 'Manage user data via Web browsers',
  full: 'Full access',
  id: 'Access the identity URL service',
  profile: 'Access the profile',
  email: 'Access the email address',
  address: 'Access the address',
  phone: 'Access the phone number',
  openid: 'Access unique user identifiers',
  refresh_token: 'Perform requests at any time',
  offline_access: 'Perform requests at any time',
  chatter_api: 'Access Connect REST API resources',
  visualforce: 'Access Visualforce applications',
  lightning: 'Access Lightning applications',
  content: 'Access content resources',
  custom_permissions: 'Access custom permissions',
  wave_api: 'Access Analytics REST API resources',
  eclair_api: 'Access Analytics REST API Charts Geodata resources',
};

/**
 * The scopes of a request, or all of the app's when it names none.
 *
 * @throws OrgError when one of them is malformed or not the app's
 */
export function requestedScopes(app: EmbeddedAppOptions, asked: string | null): readonly string[] {
  const scopes = [...new Set((asked ?? '').split(/[\s,]+/).filter(Boolean))];
  if (scopes.length === 0) return app.scopes ?? DEFAULT_SCOPES;
  if (scopes.some((scope) => !SCOPE.test(scope) || !isAllowed(app, scope))) {
    throw new OrgError('invalid_scope', 'the requested scope is invalid, unknown, or malformed');
  }
  return scopes;
}

/** Scopes of a flow that no refresh token comes of. */
export function withoutRefresh(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !BEYOND_FULL.has(scope));
}

export function allowsRefresh(scopes: readonly string[]): boolean {
  return scopes.some((scope) => BEYOND_FULL.has(scope));
}

export function describeScope(scope: string): string {
  return DESCRIPTIONS[scope] ?? `Access ${scope}`;
}

function isAllowed({ scopes }: EmbeddedAppOptions, scope: string): boolean {
  if (!scopes || scopes.includes(scope)) return true;
  if (BEYOND_FULL.has(scope)) return allowsRefresh(scopes);
  return scopes.includes('full');
}
