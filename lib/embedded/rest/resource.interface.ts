import type { OrgUser } from '../engine/record-store.js';
import type { OrgContext } from '../org-context.interface.js';
import type { CallHeaders } from './format/call-options.js';
import type { Answer } from './org-exchange.interface.js';
import type { RequestBody } from './request-body.js';

export type ResourceMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One call of a resource that needs no session. */
export interface OpenCall {
  readonly org: OrgContext;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The `:named` segments of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: RequestBody;
}

/** One call below `/services/data/vXX.X`, made by a user. */
export interface DataCall extends OpenCall, CallHeaders {
  readonly user: OrgUser;
  /** Such as `67.0`. */
  readonly apiVersion: string;
  /** Such as `/services/data/v67.0`. */
  readonly root: string;
  /** Runs another call of the same user inside this one. */
  dispatch(request: SubRequest): Answer;
}

export interface SubRequest {
  readonly method: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One resource of the org: a path, in which `:name` stands for any segment, and what its methods do. */
export interface Resource<Call extends OpenCall, Result = Answer> {
  readonly path: string;
  readonly methods: Readonly<Partial<Record<ResourceMethod, (call: Call) => Result>>>;
  /** Where the platform has no XML. @default JSON and XML */
  readonly formats?: 'json';
}

/** May take its time; nothing can call it inside a composite request. */
export type OpenResource = Resource<OpenCall, Answer | Promise<Answer>>;
/** Answers at once, since composite requests run it inside a transaction. */
export interface DataResource extends Resource<DataCall> {
  /** The API version that brought it; older ones do not know the path. */
  readonly since?: number;
}
