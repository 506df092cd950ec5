import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import { DataService } from './data-service.js';
import { failureAnswer, methodNotAllowed, refusalAnswer, resourceNotFound } from './error-answer.js';
import { AnswerWriter } from './format/answer-writer.js';
import { badMessage, bodyTooLarge, maxBodyOf, refuseSize } from './format/bad-message.js';
import { ContentCodingError, decompress, isCoded } from './format/content-coding.js';
import { CrossOriginPolicy } from './format/cross-origin.js';
import { unsupportedMediaType } from './format/media-type.js';
import { formatOf } from './format/response-format.js';
import type { Answer, OrgRequest, OrgResponse } from './org-exchange.interface.js';
import { RequestBody } from './request-body.js';
import { parseTarget, type RequestTarget } from './request-target.js';
import {
  DATA_RESOURCES,
  DEFERRED_DATA_RESOURCES,
  DEFERRED_OPEN_RESOURCES,
  OPEN_RESOURCES,
} from './resource-list.js';
import type { DataResource, OpenResource, ResourceMethod } from './resource.interface.js';
import { RouteTable } from './route-table.js';

export interface RestRouterOptions {
  readonly onFailure?: (error: unknown, errorId: string) => void;
  /** Origins whose scripts may call the org. */
  readonly corsOrigins?: readonly string[];
}

/**
 * The org's HTTP face without HTTP: a request in, a response out. Whatever happens inside, there is a response,
 * and the org can answer the next request.
 */
export class RestRouter {
  readonly #org: OrgContext;
  readonly #open = new RouteTable<OpenResource>(OPEN_RESOURCES, DEFERRED_OPEN_RESOURCES);
  readonly #data: DataService;
  readonly #writer: AnswerWriter;
  readonly #crossOrigin: CrossOriginPolicy;
  readonly #onFailure: (error: unknown, errorId: string) => void;

  constructor(org: OrgContext, options: RestRouterOptions = {}) {
    this.#org = org;
    this.#data = new DataService(org, new RouteTable<DataResource>(DATA_RESOURCES, DEFERRED_DATA_RESOURCES));
    this.#writer = new AnswerWriter(org.catalog);
    this.#crossOrigin = new CrossOriginPolicy(options.corsOrigins);
    this.#onFailure = options.onFailure ?? (() => {});
  }

  /**
   * At once, unless a body is compressed, a resource is not loaded yet, or one that takes its time is asked. Never throws,
   * never rejects.
   */
  handle(request: OrgRequest): OrgResponse | Promise<OrgResponse> {
    const tooLarge = refuseSize(request);
    if (tooLarge) return tooLarge;
    if (request.method === 'OPTIONS' && request.headers['origin'] !== undefined) {
      return this.#crossOrigin.preflight(request);
    }
    const coding = request.headers['content-encoding'];
    if (isCoded(coding) && request.body.byteLength > 0) return this.#handleCoded(request, coding);
    if (request.method !== 'HEAD') return this.#respond(request);
    const response = this.#respond({ ...request, method: 'GET' });
    return response instanceof Promise ? response.then(withoutBody) : withoutBody(response);
  }

  /** The answer to a request that is refused before anybody looks at it. */
  refuse(request: OrgRequest, error: OrgError): OrgResponse {
    return this.#render(request, this.#refuse(error));
  }

  async #handleCoded(request: OrgRequest, coding: string): Promise<OrgResponse> {
    try {
      const limit = maxBodyOf(request.headers['content-type']);
      const body = await decompress(request.body, coding, limit);
      return await this.#respond({ ...request, body });
    } catch (error) {
      if (!(error instanceof ContentCodingError)) return this.#render(request, this.#refuse(error));
      if (error.reason === 'too large') return bodyTooLarge();
      if (error.reason === 'corrupt') return badMessage(400, 'Bad Content-Encoding');
      return this.#render(request, refusalAnswer(unsupportedMediaType(coding)));
    }
  }

  #respond(request: OrgRequest): OrgResponse | Promise<OrgResponse> {
    let target: RequestTarget | undefined;
    try {
      target = parseTarget(request.target);
      const answer = this.#answer(request, target);
      if (!(answer instanceof Promise)) return this.#render(request, answer, target);
      return answer.then(
        (later) => this.#render(request, later, target),
        (error: unknown) => this.#render(request, this.#refuse(error), target),
      );
    } catch (error) {
      return this.#render(request, this.#refuse(error), target);
    }
  }

  #answer(request: OrgRequest, target: RequestTarget): Answer | Promise<Answer> {
    const loading = this.#open.prepare(target.segments) ?? this.#data.prepare(target);
    if (loading) return loading.then(() => this.#answer(request, target));
    const body = RequestBody.of(request.body, request.headers['content-type']);
    return this.#openAnswer(request, target, body) ?? this.#data.answer(request, target, body);
  }

  #openAnswer(
    request: OrgRequest,
    target: RequestTarget,
    body: RequestBody,
  ): Answer | Promise<Answer> | undefined {
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

  #refuse(error: unknown): Answer {
    if (error instanceof OrgError) return refusalAnswer(error);
    const { errorId, answer } = failureAnswer();
    this.#onFailure(error, errorId);
    return answer;
  }

  #render({ headers, target: path }: OrgRequest, answer: Answer, target?: RequestTarget): OrgResponse {
    const origin = headers['origin'];
    return this.#writer.write(answer, {
      format: target?.format ?? formatOf(headers['accept']),
      pretty: headers['x-prettyprint'] === '1',
      headers: {
        ...(path.startsWith('/services/data/') && { 'sforce-limit-info': this.#data.limitInfo }),
        ...(origin !== undefined && this.#crossOrigin.headersOf(origin)),
      },
    });
  }
}

function withoutBody(response: OrgResponse): OrgResponse {
  return { ...response, body: '' };
}
