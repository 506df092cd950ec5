import { randomBytes } from 'node:crypto';
import type { OpenCall } from '../../rest/resource.interface.js';
import { validSession } from '../authentication.js';
import { sameSecret } from '../connected-apps.js';
import type { OrgUserProfile } from '../org-user-directory.js';

const SESSION_COOKIE = 'sid';
const FORM_COOKIE = 'oauth_form';

/**
 * The browser behind a call: who signed in with it, and a secret only its own forms know. The secret is in a cookie and in
 * every form; another site can make a browser send the one, but never knows the other.
 */
export class BrowserSession {
  readonly user: OrgUserProfile | undefined;
  readonly formToken: string;
  /** Set where the browser has no secret yet. */
  readonly cookie: string | undefined;
  readonly #isSecure: boolean;
  readonly #known: string | undefined;

  constructor({ org, origin, headers }: OpenCall) {
    const cookies = parseCookies(headers['cookie']);
    const token = cookies.get(SESSION_COOKIE);
    const session = token ? validSession(org, token) : undefined;
    this.user = session && org.users.get(session.userId);
    this.#isSecure = origin.startsWith('https:');
    this.#known = cookies.get(FORM_COOKIE);
    this.formToken = this.#known ?? randomBytes(32).toString('base64url');
    this.cookie = this.#known === undefined ? this.#cookie(FORM_COOKIE, this.formToken) : undefined;
  }

  /** Whether a form that came back is one this browser was given. */
  isOwnForm(formToken: string | null): boolean {
    return this.#known !== undefined && formToken !== null && sameSecret(this.#known, formToken);
  }

  /** The cookie that signs the browser in. */
  signedIn(sessionToken: string): string {
    return this.#cookie(SESSION_COOKIE, sessionToken);
  }

  #cookie(name: string, value: string): string {
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.#isSecure ? '; Secure' : ''}`;
  }
}

function parseCookies(header = ''): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(pairs.flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])));
}
