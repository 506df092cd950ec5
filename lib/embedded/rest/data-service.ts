import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import { versionState } from './api-versions.js';
import { authenticate } from './authentication.js';
import { methodNotAllowed, refusalAnswer, resourceNotFound } from './error-answer.js';
import type { Answer, OrgRequest } from './org-exchange.interface.js';
import { RequestBody } from './request-body.js';
import { parseTarget, type RequestTarget } from './request-target.js';
import type { DataCall, DataResource, ResourceMethod, SubRequest } from './resource.interface.js';
import { RouteTable } from './route-table.js';

interface DataRequest {
  readonly method: string;
  readonly target: RequestTarget;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: RequestBody;
  readonly user: DataCall['user'];
}

/** Everything below `/services/data/vXX.X`: who calls, which version, and what the call costs. */
export class DataService {
  readonly #org: OrgContext;
  readonly #routes: RouteTable<DataResource>;

  constructor(org: OrgContext, resources: readonly DataResource[]) {
    this.#org = org;
    this.#routes = new RouteTable(resources);
  }

  answer(request: OrgRequest, target: RequestTarget, body: RequestBody): Answer {
    requireVersion(target);
    const session = authenticate(this.#org, request.headers['authorization']);
    this.#org.usage.count();
    const { method, origin, headers } = request;
    return this.#run({ method, target, origin, headers, body, user: { id: session.userId } });
  }

  get limitInfo(): string {
    return `api-usage=${this.#org.usage.used}/${this.#org.usage.max}`;
  }

  #run(request: DataRequest): Answer {
    try {
      return this.#call(request);
    } catch (error) {
      if (error instanceof OrgError) return refusalAnswer(error);
      throw error;
    }
  }

  #call(request: DataRequest): Answer {
    const apiVersion = requireVersion(request.target);
    const route = this.#routes.find(request.target.segments.slice(3));
    if (!route) throw resourceNotFound();
    const { methods } = route.target;
    const method = overridden(request);
    const handle = methods[method as ResourceMethod];
    if (!handle) throw methodNotAllowed(method, Object.keys(methods));
    return handle({
      org: this.#org,
      origin: request.origin,
      headers: request.headers,
      parameters: route.parameters,
      query: request.target.query,
      body: request.body,
      user: request.user,
      apiVersion,
      root: `/services/data/v${apiVersion}`,
      dispatch: (sub) => this.#dispatch(sub, request),
    });
  }

  #dispatch(sub: SubRequest, outer: DataRequest): Answer {
    return this.#run({
      method: sub.method,
      target: parseTarget(sub.target),
      origin: outer.origin,
      headers: lowerCased(sub.headers ?? {}),
      body: RequestBody.ofValue(sub.body),
      user: outer.user,
    });
  }
}

/** @throws OrgError unless the path is below `/services/data` and of a version that can be called */
function requireVersion({ segments }: RequestTarget): string {
  const version = /^v(\d+\.\d)$/.exec(segments[2] ?? '')?.[1];
  if (segments[0] !== 'services' || segments[1] !== 'data' || version === undefined) throw resourceNotFound();
  const state = versionState(version);
  if (state === 'retired') throw new OrgError('GONE', `API version ${version} is retired`, { status: 410 });
  if (state === 'unknown') throw resourceNotFound();
  return version;
}

/** Clients that cannot send PATCH name it beside a POST. */
function overridden({ method, target, headers }: DataRequest): string {
  if (method !== 'POST') return method;
  return (target.query.get('_HttpMethod') ?? headers['x-http-method'] ?? method).toUpperCase();
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
