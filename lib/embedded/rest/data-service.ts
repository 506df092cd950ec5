import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import { API_VERSIONS, versionState } from './org/api-versions.js';
import { authenticate } from '../login/authentication.js';
import { methodNotAllowed, refusalAnswer, resourceNotFound } from './error-answer.js';
import type { Answer, OrgRequest } from './org-exchange.interface.js';
import { autoAssignOf, callOptionsOf, duplicateRuleOf, queryOptionsOf } from './format/call-options.js';
import { unsupportedMediaType } from './format/media-type.js';
import { RequestBody } from './request-body.js';
import { parseTarget, type RequestTarget } from './request-target.js';
import type { DataCall, DataResource, ResourceMethod, SubRequest } from './resource.interface.js';
import type { RouteTable } from './route-table.js';

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

  constructor(org: OrgContext, routes: RouteTable<DataResource>) {
    this.#org = org;
    this.#routes = routes;
  }

  /** Loads what answers a request; undefined when that is there. */
  prepare({ segments }: RequestTarget): Promise<void> | undefined {
    return segments[1] === 'data' ? this.#routes.prepare(segments.slice(3)) : undefined;
  }

  answer(request: OrgRequest, target: RequestTarget, body: RequestBody): Answer {
    requireVersion(target);
    const session = authenticate(this.#org, request.headers['authorization']);
    this.#org.usage.count();
    const appUsage = session.clientId === undefined ? undefined : this.#countApp(session.clientId);
    const { method, origin, headers } = request;
    const user = { id: session.userId };
    const answer = this.#orRefuse(() => this.#call({ method, target, origin, headers, body, user }));
    if (appUsage === undefined) return answer;
    const limitInfo = `${this.limitInfo}; per-app-api-usage=${appUsage}`;
    return { ...answer, headers: { 'sforce-limit-info': limitInfo, ...answer.headers } };
  }

  get limitInfo(): string {
    return `api-usage=${this.#org.usage.used}/${this.#org.usage.max}`;
  }

  /** Counts a call of an app with calls of its own, and says how many there were. */
  #countApp(clientId: string): string | undefined {
    const { apps, usage } = this.#org;
    const { dailyApiCalls, name = clientId } = apps.find(clientId) ?? {};
    if (dailyApiCalls === undefined) return undefined;
    const limit = `app ${clientId}`;
    usage.count(limit);
    return `${usage.usedOf(limit)}/${dailyApiCalls}(appName=${name})`;
  }

  #orRefuse(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      if (error instanceof OrgError) return refusalAnswer(error);
      throw error;
    }
  }

  #call(request: DataRequest): Answer {
    const apiVersion = requireVersion(request.target);
    const route = this.#routes.find(request.target.segments.slice(3));
    if (!route) throw resourceNotFound();
    const { methods, since = 0, formats } = route.target;
    if (Number(apiVersion) < since) throw resourceNotFound();
    if (formats === 'json' && request.body.isXml) throw unsupportedMediaType('application/xml');
    const method = overridden(request);
    const handle = methods[method as ResourceMethod];
    if (!handle) throw methodNotAllowed(method, Object.keys(methods));
    const { headers } = request;
    const answer = handle({
      org: this.#org,
      origin: request.origin,
      headers,
      callOptions: callOptionsOf(headers),
      queryOptions: queryOptionsOf(headers),
      duplicateRule: duplicateRuleOf(headers),
      autoAssign: autoAssignOf(headers),
      parameters: route.parameters,
      query: request.target.query,
      body: request.body,
      user: request.user,
      apiVersion,
      root: `/services/data/v${apiVersion}`,
      dispatch: (sub) => this.#dispatch(sub, request),
    });
    return formats === undefined ? answer : { ...answer, format: formats };
  }

  #dispatch(sub: SubRequest, outer: DataRequest): Answer {
    const answer = this.#orRefuse(() =>
      this.#call({
        method: sub.method,
        target: parseTarget(sub.target),
        origin: outer.origin,
        headers: lowerCased(sub.headers ?? {}),
        body: RequestBody.ofValue(sub.body),
        user: outer.user,
      }),
    );
    return answer.body instanceof Uint8Array ? refusalAnswer(resourceNotFound()) : answer;
  }
}

/** @throws OrgError unless the path is below `/services/data` and of a version that can be called */
function requireVersion({ segments }: RequestTarget): string {
  const version = versionOf(segments[2]);
  if (segments[0] !== 'services' || segments[1] !== 'data' || version === undefined) throw resourceNotFound();
  const state = versionState(version);
  if (state === 'retired') throw new OrgError('GONE', `API version ${version} is retired`, { status: 410 });
  if (state === 'unknown') throw resourceNotFound();
  return version;
}

/** @param segment such as `v67.0`, or `latest` for the newest one */
function versionOf(segment = ''): string | undefined {
  return segment === 'latest' ? API_VERSIONS.at(-1)?.version : /^v(\d+\.\d)$/.exec(segment)?.[1];
}

/** Clients that cannot send PATCH name it beside a POST. */
function overridden({ method, target, headers }: DataRequest): string {
  if (method !== 'POST') return method;
  return (
    target.query.get('_HttpMethod') ??
    headers['x-http-method-override'] ??
    headers['x-http-method'] ??
    method
  ).toUpperCase();
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
