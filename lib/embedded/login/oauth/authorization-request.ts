import type { EmbeddedAppOptions } from '../../embedded-org-options.interface.js';
import { OrgError } from '../../org-error.js';
import type { ConnectedApps } from '../connected-apps.js';
import type { CodeChallenge } from './authorization-code.storage.js';
import { requestedScopes } from './scopes.js';

const RESPONSE_TYPES: ReadonlySet<string> = new Set([
  'code',
  'token',
  'token id_token',
  'id_token token',
  'hybrid_token',
]);
/** What a browser would run or read instead of going there. */
const UNSAFE_SCHEME = /^(?:javascript|data|vbscript|file|about|blob):/i;
const CHALLENGE = /^[\w~.+/-]{43,128}=*$/;

/** Where the answer to an app goes, which is settled before anything else is believed. */
export interface AuthorizationTarget {
  readonly app: EmbeddedAppOptions;
  readonly redirectUri: string;
  readonly state: string | null;
  /** Whether the answer is a fragment, which browsers keep from servers, and not a query. */
  readonly isFragment: boolean;
}

/** What the app asks for. */
export interface AuthorizationRequest extends AuthorizationTarget {
  readonly responseType: string;
  readonly scopes: readonly string[];
  readonly challenge?: CodeChallenge;
  readonly nonce?: string;
  readonly loginHint: string;
  readonly prompts: ReadonlySet<string>;
  /** Whether the app wants an answer without the user noticing. */
  readonly isImmediate: boolean;
}

/** @throws OrgError when there is no telling who asks or where to answer */
export function authorizationTarget(apps: ConnectedApps, parameters: URLSearchParams): AuthorizationTarget {
  const app = apps.identify(parameters.get('client_id'));
  const redirectUri = parameters.get('redirect_uri');
  if (!redirectUri) throw new OrgError('redirect_uri_missing', 'redirect_uri not provided');
  if (!isCallback(app, redirectUri)) {
    throw new OrgError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  const isFragment = /\btoken\b|hybrid_token/.test(parameters.get('response_type') ?? '');
  return { app, redirectUri, state: parameters.get('state'), isFragment };
}

/** @throws OrgError that the app is to be told */
export function authorizationRequest(
  target: AuthorizationTarget,
  parameters: URLSearchParams,
): AuthorizationRequest {
  const responseType = parameters.get('response_type') ?? '';
  if (!RESPONSE_TYPES.has(responseType)) {
    throw new OrgError('unsupported_response_type', 'response type not supported');
  }
  const prompts = new Set((parameters.get('prompt') ?? '').split(/\s+/).filter(Boolean));
  return {
    ...target,
    responseType,
    scopes: requestedScopes(target.app, parameters.get('scope')),
    challenge: codeChallenge(target.app, parameters),
    nonce: parameters.get('nonce') ?? undefined,
    loginHint: parameters.get('login_hint') ?? '',
    prompts,
    isImmediate: parameters.get('immediate') === 'true' || prompts.has('none'),
  };
}

/** The URL that takes an answer to the app. Its own part stays as the app wrote it. */
export function answerUrl(
  { redirectUri, state, isFragment }: AuthorizationTarget,
  answer: Readonly<Record<string, string | undefined>>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...answer, state: state ?? undefined })) {
    if (value !== undefined) parameters.set(name, value);
  }
  // A header holds ASCII alone.
  const uri = redirectUri.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  const mark = isFragment ? '#' : redirectUri.includes('?') ? '&' : '?';
  return `${uri}${mark}${parameters.toString().replaceAll('+', '%20')}`;
}

function isCallback({ callbackUrls }: EmbeddedAppOptions, uri: string): boolean {
  if (callbackUrls) return callbackUrls.includes(uri);
  return /^[a-z][a-z\d+.-]*:[^\s\p{Cc}]+$/iu.test(uri) && !UNSAFE_SCHEME.test(uri) && !uri.includes('#');
}

function codeChallenge(app: EmbeddedAppOptions, parameters: URLSearchParams): CodeChallenge | undefined {
  const value = parameters.get('code_challenge');
  if (!value) {
    if (app.requirePkce && parameters.get('response_type') === 'code') {
      throw new OrgError('invalid_request', 'missing required code challenge');
    }
    return undefined;
  }
  const method = parameters.get('code_challenge_method') ?? 'S256';
  if ((method !== 'S256' && method !== 'plain') || !CHALLENGE.test(value)) {
    throw new OrgError('invalid_request', 'invalid code challenge');
  }
  return { value, method };
}
