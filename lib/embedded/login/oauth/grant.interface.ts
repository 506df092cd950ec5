import type { OrgContext } from '../../org-context.interface.js';
import type { ClientCredentials } from '../connected-apps.js';
import type { OrgSession } from '../org-session.storage.js';

export interface TokenRequest {
  readonly org: OrgContext;
  readonly origin: string;
  readonly form: URLSearchParams;
  readonly client: ClientCredentials;
}

/** A field of a token answer. */
export type TokenField =
  | 'access_token'
  | 'refresh_token'
  | 'signature'
  | 'scope'
  | 'id_token'
  | 'instance_url'
  | 'id'
  | 'token_type'
  | 'issued_token_type'
  | 'issued_at';

export interface GrantedToken {
  readonly session: OrgSession;
  readonly refreshToken?: string;
  /** Of the authorization request, for the identity token. */
  readonly nonce?: string;
  /** What the answer of this grant has, in its order. @default everything there is */
  readonly fields?: readonly TokenField[];
}

/** One OAuth grant: opens the session a token request is entitled to, or throws an `OrgError` whose code is OAuth's. */
export type Grant = (request: TokenRequest) => GrantedToken | Promise<GrantedToken>;
