import { OrgError } from '../org-error.js';
import { API_VERSIONS, versionState } from '../rest/org/api-versions.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { validSession } from './authentication.js';
import type { OrgSession } from './org-session.storage.js';
import { loginResult, soapUserInfo } from './soap/login-result.js';
import { ABSENT_APIS, LOGIN_APIS, type SoapApi } from './soap/soap-api.js';
import {
  parseSoapMessage,
  type SoapMessage,
  soapFault,
  soapResponse,
  unknownOperationFault,
} from './soap/soap-envelope.js';
import { DATA_OPERATIONS } from './soap/soap-operations.js';

/** `login()` is gone from the version after this one on. */
const LAST_LOGIN_VERSION = 64;

type Run = (call: OpenCall, message: SoapMessage, api: SoapApi) => Answer;

/**
 * The session calls of the partner and the enterprise SOAP API: `login`, `logout`, `getUserInfo`, `getServerTimestamp`.
 * Every other call, and every other SOAP API, is answered as by an org that does not have it.
 */
export const soapResources: readonly OpenResource[] = [
  ...LOGIN_APIS.flatMap((api) => resourcesOf(api, runSessionCall)),
  ...ABSENT_APIS.flatMap((api) => resourcesOf(api, refuseDisabled)),
];

function resourcesOf(api: SoapApi, run: Run): OpenResource[] {
  const path = `/services/Soap/${api.letter}/:version`;
  return [path, `${path}/:organization`].map((each) => ({
    path: each,
    methods: { POST: (call: OpenCall) => answer(call, api, run) },
  }));
}

function answer(call: OpenCall, api: SoapApi, run: Run): Answer {
  let operation = '';
  try {
    const message = parseSoapMessage(call.body.text);
    operation = message.operation;
    requireVersion(call.parameters['version'] ?? '');
    return run(call, message, api);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const type = operation === 'login' ? 'LoginFault' : 'UnexpectedErrorFault';
    return soapFault(error, { namespace: api.faultNamespace, type });
  }
}

function runSessionCall(call: OpenCall, message: SoapMessage, api: SoapApi): Answer {
  const { org, origin, parameters } = call;
  const { operation } = message;
  const { namespace, letter } = api;
  const version = parameters['version'] ?? '';
  switch (operation) {
    case 'login': {
      const session = login(call, message, api);
      return soapResponse(namespace, operation, loginResult({ org, origin, version, api: letter }, session));
    }
    case 'getUserInfo':
      return soapResponse(namespace, operation, soapUserInfo(org, requireSession(call, message)));
    case 'getServerTimestamp':
      requireSession(call, message);
      return soapResponse(namespace, operation, { timestamp: org.now().toISOString() });
    case 'logout':
      org.sessions.revoke(requireSession(call, message).token);
      return soapResponse(namespace, operation);
    default:
      if (!DATA_OPERATIONS.has(operation)) return unknownOperationFault(namespace, operation);
      return refuseDisabled(call, message);
  }
}

function refuseDisabled(call: OpenCall, message: SoapMessage): never {
  requireSession(call, message);
  throw new OrgError('API_DISABLED_FOR_ORG', 'API is not enabled for this Organization or Partner');
}

function login({ org, origin, parameters }: OpenCall, message: SoapMessage, api: SoapApi): OrgSession {
  const version = parameters['version'] ?? '';
  if (Number(version) > LAST_LOGIN_VERSION) throw unsupportedVersion();
  const [username = '', password = ''] = ['username', 'password'].map((name) => message.arguments.get(name));
  const { user } = org.users.signIn(username, password, {
    type: 'Other Apex API',
    apiType: `SOAP ${api.label}`,
    apiVersion: version,
    origin,
  });
  if (user) return org.sessions.open(user.id);
  throw new OrgError('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
}

function requireSession({ org }: OpenCall, { sessionId }: SoapMessage): OrgSession {
  const session = sessionId === undefined ? undefined : validSession(org, sessionId);
  if (session) return session;
  throw new OrgError('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
}

function requireVersion(version: string): void {
  const state = versionState(version);
  if (state === 'unknown') throw unsupportedVersion();
  if (state === 'supported') return;
  throw new OrgError(
    'UNSUPPORTED_API_VERSION',
    `The API version that was specified (${version}) is below the minimum supported (${API_VERSIONS[0]?.version}). ` +
      'Change the version number and run the request again.',
  );
}

function unsupportedVersion(): OrgError {
  return new OrgError('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
}
