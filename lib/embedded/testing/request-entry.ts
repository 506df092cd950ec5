import type { OrgRequest, OrgResponse } from '../rest/org-exchange.interface.js';
import type { LoggedRequest } from './logged-request.interface.js';
import type { PatternSubject } from './request-pattern.js';

/** Bodies are kept to this length, in bytes: a log of a thousand requests stays small. */
const KEPT_BODY = 16_384;
const DATA_PATH = /^\/services\/data\/v(?<version>\d+\.\d)(?=\/|$)/;
/** Where passwords, secrets and tokens travel in bodies and queries. */
const SECRET_PATHS = /^\/(?:services\/oauth2|services\/Soap|id|login|setup|secur)(?:\/|$)/i;
const QUERY_PATHS = /^\/(?:tooling\/)?(?:query|queryAll|async-queries)(?:\/|$)|^\/jobs\/query$/i;
const ERROR_CODE =
  /"(?:errorCode|error|exceptionCode)"\s*:\s*"([^"]+)"|<(?:errorCode|exceptionCode)>([^<]+)</;
const SHOWN_BODY = 200;

/** A request of the log. What it says is worked out when it is asked, since most entries are never looked at. */
export class RequestEntry implements LoggedRequest, PatternSubject {
  readonly method: string;
  readonly at: Date;
  fault: string | undefined;
  status: number | undefined;
  errorCode: string | undefined;
  readonly #target: string;
  readonly #body: Uint8Array;

  constructor({ method, target, body }: OrgRequest, at: Date) {
    this.method = method;
    this.at = at;
    const secret = SECRET_PATHS.test(target);
    this.#target = secret ? target.replace(/\?.*$/s, '') : target;
    this.#body = secret ? new Uint8Array() : body.slice(0, KEPT_BODY);
  }

  /** Notes the answer. */
  answer({ status, body, breaks }: OrgResponse): void {
    if (breaks === 'before-head') return;
    this.status = status;
    if (status < 400 || body.length === 0) return;
    const [, json, xml] = ERROR_CODE.exec(Buffer.from(body).toString('utf8', 0, KEPT_BODY)) ?? [];
    this.errorCode = json ?? xml;
  }

  get apiVersion(): string | undefined {
    return DATA_PATH.exec(this.#target)?.groups?.['version'];
  }

  get path(): string {
    const path = decoded(this.#target.replace(/\?.*$/s, '').replace(DATA_PATH, ''));
    return path === '' ? '/' : path;
  }

  get query(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#parameters());
  }

  get body(): string {
    return Buffer.from(this.#body).toString('utf8');
  }

  get soql(): string | undefined {
    if (!QUERY_PATHS.test(this.path)) return undefined;
    return this.#parameters().get('q') ?? /"query"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(this.body)?.[1];
  }

  get line(): string {
    const parameters = [...this.#parameters()].map(([name, value]) => `${name}=${value}`).join('&');
    const asked = `${this.method} ${this.path}${parameters && `?${parameters}`}`;
    const answered = [this.status ?? 'no answer', this.errorCode, this.fault && `(${this.fault})`];
    return [asked, ...answered].filter((part) => part !== undefined).join(' ');
  }

  /** The line, with the beginning of the body. */
  toString(): string {
    const body = this.body.slice(0, SHOWN_BODY);
    return body === '' ? this.line : `${this.line}\n         ${body}`;
  }

  #parameters(): URLSearchParams {
    const mark = this.#target.indexOf('?');
    return new URLSearchParams(mark < 0 ? '' : this.#target.slice(mark + 1));
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
