import { createHash, randomBytes } from 'node:crypto';
import { sameSecret } from '../connected-apps.js';

/** Milliseconds between consent and token. */
const LIFETIME = 15 * 60_000;

/** What Proof Key for Code Exchange holds the app to. */
export interface CodeChallenge {
  readonly value: string;
  readonly method: 'S256' | 'plain';
}

/** What a user consented to. */
export interface AuthorizedAccess {
  readonly userId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge?: CodeChallenge;
  readonly nonce?: string;
}

/** The codes that apps exchange for tokens, each good once. */
export class AuthorizationCodeStorage {
  readonly #now: () => Date;
  readonly #codes = new Map<string, { readonly access: AuthorizedAccess; readonly expires: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  issue(access: AuthorizedAccess): string {
    this.#dropExpired();
    const code = `aPrx${randomBytes(54).toString('base64url')}==`;
    this.#codes.set(code, { access, expires: this.#now().getTime() + LIFETIME });
    return code;
  }

  /** Takes the code out, whatever comes of it. */
  redeem(code: string): AuthorizedAccess | 'expired' | undefined {
    const entry = this.#codes.get(code);
    this.#codes.delete(code);
    if (!entry) return undefined;
    return entry.expires > this.#now().getTime() ? entry.access : 'expired';
  }

  /** Codes that ran out are still known for as long again, so that a late app learns why it is refused. */
  #dropExpired(): void {
    const limit = this.#now().getTime() - LIFETIME;
    for (const [code, { expires }] of this.#codes) if (expires <= limit) this.#codes.delete(code);
  }
}

export function meetsChallenge({ value, method }: CodeChallenge, verifier: string | null): boolean {
  if (!verifier) return false;
  const made = method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return sameSecret(made, value.replace(/=+$/, ''));
}
