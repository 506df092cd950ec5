import type { OrgRequest, OrgResponse } from '../org-exchange.interface.js';

const METHODS = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS';
const EXPOSED = 'Sforce-Limit-Info, Location, ETag, Last-Modified';
const DAY = '86400';

/** The origins whose scripts may call the org from a browser: its CORS allowlist, empty at first, as in a new org. */
export class CrossOriginPolicy {
  readonly #allowed: ReadonlySet<string>;

  constructor(origins: readonly string[] = []) {
    this.#allowed = new Set(origins);
  }

  /** What a browser is told that asks before it calls. */
  preflight({ headers }: OrgRequest): OrgResponse {
    const allowed = this.headersOf(headers['origin']);
    if (!allowed) return { status: 403, headers: {}, body: '' };
    const asked = headers['access-control-request-headers'];
    return {
      status: 200,
      headers: {
        ...allowed,
        'access-control-allow-methods': METHODS,
        'access-control-max-age': DAY,
        ...(asked !== undefined && { 'access-control-allow-headers': asked }),
      },
      body: '',
    };
  }

  /** What goes with an answer to a script of an origin. */
  headersOf(origin: string | undefined): Readonly<Record<string, string>> | undefined {
    if (origin === undefined || !(this.#allowed.has(origin) || this.#allowed.has('*'))) return undefined;
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': EXPOSED,
      vary: 'Accept-Encoding, Origin',
    };
  }
}
