import { authenticate } from '../../login/authentication.js';
import { OrgError } from '../../org-error.js';
import { methodNotAllowed } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource, ResourceMethod } from '../resource.interface.js';
import type { ApexRestCall } from './apex-rest.interface.js';
import { UserOrg } from './user-org.js';

const METHODS: readonly ResourceMethod[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const JSON_TYPE = /^\s*application\/json\b/i;

/** Apex classes with an address of their own, as far as handlers stand for them. */
export const apexRestResource: OpenResource = {
  path: '/services/apexrest/*',
  methods: Object.fromEntries(METHODS.map((method) => [method, (call: OpenCall) => invoke(call, method)])),
};

async function invoke(call: OpenCall, method: ResourceMethod): Promise<Answer> {
  const { org } = call;
  const user = { id: authenticate(org, call.headers['authorization']).userId };
  org.usage.count();
  const route = org.apexRest.find(call.parameters['*'] ?? '');
  if (!route) throw new OrgError('NOT_FOUND', 'Could not find a match for URL', { status: 404 });
  const { methods } = route.target;
  const handler = methods[method];
  if (!handler) throw methodNotAllowed(method, Object.keys(methods));
  const response: ApexRestCall['response'] = { headers: {} };
  const value = await handled(() =>
    handler({
      params: route.parameters,
      query: call.query,
      body: bodyOf(call),
      headers: call.headers,
      user: { id: user.id, username: org.users.get(user.id).username },
      org: new UserOrg(org, user),
      response,
    }),
  );
  return answerOf(value, response);
}

/** What a handler throws is an exception of Apex that nobody caught: said to the client, without where it came from. */
async function handled(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new OrgError('APEX_ERROR', message, { status: 500 });
  }
}

function answerOf(value: unknown, { statusCode, headers }: ApexRestCall['response']): Answer {
  if (value === undefined) return { status: statusCode ?? 204, headers };
  const status = statusCode ?? 200;
  if (value instanceof Uint8Array) return { status, headers, body: value };
  if (typeof value !== 'string') return { status, headers, body: value };
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(value),
  };
}

function bodyOf({ body, headers }: OpenCall): unknown {
  if (body.text === '') return undefined;
  return JSON_TYPE.test(headers['content-type'] ?? '') ? body.json() : body.text;
}
