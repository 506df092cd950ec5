import type { ClientCredentials } from '../../connected-apps.js';
import type { OrgContext } from '../../org-context.interface.js';
import type { OrgSession } from '../../org-session.storage.js';

export interface TokenRequest {
  readonly org: OrgContext;
  readonly origin: string;
  readonly form: URLSearchParams;
  readonly client: ClientCredentials;
}

/** One OAuth grant: opens the session a token request is entitled to, or throws an `OrgError` whose code is OAuth's. */
export type Grant = (request: TokenRequest) => OrgSession;
