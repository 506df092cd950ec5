import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import { DataService } from './data-service.js';
import { failureAnswer, methodNotAllowed, refusalAnswer, resourceNotFound } from './error-answer.js';
import type { Answer, OrgRequest, OrgResponse } from './org-exchange.interface.js';
import { RequestBody } from './request-body.js';
import { parseTarget, type RequestTarget } from './request-target.js';
import { DATA_RESOURCES, OPEN_RESOURCES } from './resource-list.js';
import type { OpenResource, ResourceMethod } from './resource.interface.js';
import { RouteTable } from './route-table.js';

const MAX_BODY = 50 * 1024 * 1024;
const MAX_HEAD = 16_384;

const JSON_HEADERS = {
  'content-type': 'application/json;charset=UTF-8',
  'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
} as const;

/**
 * The org's HTTP face without HTTP: a request in, a response out, at once. Whatever happens inside, there is a response,
 * and the org can answer the next request.
 */
export class RestRouter {
  /** Bodies above this size are refused; a transport may stop reading there. */
  static readonly maxBody = MAX_BODY;

  readonly #org: OrgContext;
  readonly #open = new RouteTable<OpenResource>(OPEN_RESOURCES);
  readonly #data: DataService;
  readonly #onFailure: (error: unknown, errorId: string) => void;

  constructor(org: OrgContext, onFailure: (error: unknown, errorId: string) => void = () => {}) {
    this.#org = org;
    this.#data = new DataService(org, DATA_RESOURCES);
    this.#onFailure = onFailure;
  }

  handle(request: OrgRequest): OrgResponse {
    const tooLarge = refuseSize(request);
    if (tooLarge) return tooLarge;
    if (request.method !== 'HEAD') return this.#respond(request);
    return { ...this.#respond({ ...request, method: 'GET' }), body: '' };
  }

  #respond(request: OrgRequest): OrgResponse {
    try {
      return render(this.#answer(request), this.#limitInfo(request));
    } catch (error) {
      const { errorId, answer } = failureAnswer();
      this.#onFailure(error, errorId);
      return render(answer, this.#limitInfo(request));
    }
  }

  #answer(request: OrgRequest): Answer {
    try {
      const target = parseTarget(request.target);
      const body = RequestBody.of(request.body, request.headers['content-type']);
      return this.#openAnswer(request, target, body) ?? this.#data.answer(request, target, body);
    } catch (error) {
      if (error instanceof OrgError) return refusalAnswer(error);
      throw error;
    }
  }

  #openAnswer(request: OrgRequest, target: RequestTarget, body: RequestBody): Answer | undefined {
    const route = this.#open.find(target.segments);
    if (!route) {
      if (target.segments[1] !== 'data') throw resourceNotFound();
      return undefined;
    }
    const { methods } = route.target;
    const handle = methods[request.method as ResourceMethod];
    if (!handle) throw methodNotAllowed(request.method, Object.keys(methods));
    const { origin, headers } = request;
    const { parameters } = route;
    return handle({ org: this.#org, origin, headers, parameters, query: target.query, body });
  }

  #limitInfo(request: OrgRequest): Record<string, string> {
    return request.target.startsWith('/services/data/') ? { 'sforce-limit-info': this.#data.limitInfo } : {};
  }
}

function render(answer: Answer, extra: Readonly<Record<string, string>>): OrgResponse {
  const { status, headers, body } = answer;
  if (body === undefined) return { status, headers: { ...extra, ...headers }, body: '' };
  if (typeof body === 'string' || body instanceof Uint8Array) {
    return { status, headers: { ...extra, ...headers }, body };
  }
  return { status, headers: { ...JSON_HEADERS, ...extra, ...headers }, body: JSON.stringify(body) };
}

function refuseSize({ target, headers, body }: OrgRequest): OrgResponse | undefined {
  if (target.length > MAX_HEAD) return badMessage(414, 'URI Too Long');
  let head = target.length;
  for (const [name, value] of Object.entries(headers)) head += name.length + (value?.length ?? 0);
  if (head > MAX_HEAD) return badMessage(431, 'Request Header Fields Too Large');
  if (body.byteLength > MAX_BODY) return badMessage(413, 'Request Entity Too Large');
  return undefined;
}

/** What the web server in front of the API says, which is HTML. */
function badMessage(status: number, reason: string): OrgResponse {
  return {
    status,
    headers: { 'content-type': 'text/html;charset=ISO-8859-1' },
    body: `<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`,
  };
}
