import { setTimeout } from 'node:timers/promises';
import { bearerToken } from '../login/authentication.js';
import type { OrgContext } from '../org-context.interface.js';
import type { OrgRequest, OrgResponse, RequestHandler } from '../rest/org-exchange.interface.js';
import type { RestRouter } from '../rest/rest-router.js';
import type { Fault } from './fault.interface.js';
import { faultError, faultText } from './fault-error.js';
import type { OrgFaults } from './org-faults.js';
import { RequestEntry } from './request-entry.js';
import type { RequestLog } from './request-log.js';

const BROKEN: OrgResponse = { status: 0, headers: {}, body: '', breaks: 'before-head' };

/** What every request goes through, whichever way it came: the log notes it, and faults have their way with it. */
export class OrgGateway implements RequestHandler {
  readonly #org: OrgContext;
  readonly #router: RestRouter;
  readonly #log: RequestLog;
  readonly #faults: OrgFaults;
  readonly #closing = new AbortController();

  constructor(deps: {
    readonly org: OrgContext;
    readonly router: RestRouter;
    readonly log: RequestLog;
    readonly faults: OrgFaults;
  }) {
    this.#org = deps.org;
    this.#router = deps.router;
    this.#log = deps.log;
    this.#faults = deps.faults;
  }

  handle(request: OrgRequest): OrgResponse | Promise<OrgResponse> {
    const entry = new RequestEntry(request, this.#org.now());
    this.#log.add(entry);
    const faults = this.#faults.any ? this.#faults.hit(entry) : [];
    const response = faults.length > 0 ? this.#disturb(request, faults, entry) : this.#router.handle(request);
    return response instanceof Promise
      ? response.then((later) => noted(entry, later))
      : noted(entry, response);
  }

  /** Ends every delay. */
  close(): void {
    this.#closing.abort();
  }

  async #disturb(request: OrgRequest, faults: readonly Fault[], entry: RequestEntry): Promise<OrgResponse> {
    entry.fault = faults.map(faultText).join(', ');
    let breaks: OrgResponse['breaks'];
    for (const fault of faults) {
      if (fault === 'drop') return BROKEN;
      if (fault === 'drop-answer') breaks = 'before-head';
      else if (fault === 'expired-session') this.#endSession(request);
      else if (typeof fault === 'object' && 'delay' in fault) {
        if (!(await this.#wait(fault.delay))) return BROKEN;
      } else if (typeof fault === 'object' && 'truncate' in fault) breaks ??= { afterBytes: fault.truncate };
      else return this.#router.refuse(request, faultError(fault));
    }
    return { ...(await this.#router.handle(request)), ...(breaks && { breaks }) };
  }

  #endSession(request: OrgRequest): void {
    const token = bearerToken(request.headers['authorization']);
    if (token !== undefined) this.#org.sessions.revoke(token);
  }

  /** @returns whether the time has passed, and the org is not closed */
  #wait(milliseconds: number): Promise<boolean> {
    return setTimeout(milliseconds, true, { signal: this.#closing.signal }).catch(() => false);
  }
}

function noted(entry: RequestEntry, response: OrgResponse): OrgResponse {
  entry.answer(response);
  return response;
}
