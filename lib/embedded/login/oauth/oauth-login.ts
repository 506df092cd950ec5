import type { EmbeddedAppOptions } from '../../embedded-org-options.interface.js';
import type { LoginManner } from '../login-history.js';

/** A sign-in by way of an app, for the login history. */
export function oauthLogin(
  subType: string | undefined,
  { name, clientId }: EmbeddedAppOptions,
  origin: string,
): LoginManner {
  return { type: 'Remote Access 2.0', subType, application: name ?? clientId, origin };
}
