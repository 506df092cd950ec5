import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';
import { loginResult, soapUserInfo } from '../soap/login-result.js';
import { parseSoapMessage, type SoapMessage, soapFault, soapResponse } from '../soap/soap-envelope.js';
import type { OrgSession } from '../../org-session.storage.js';

/** `login()` is gone from this version on. */
const LAST_LOGIN_VERSION = 64;

const NAMESPACES = { u: 'urn:partner.soap.sforce.com', c: 'urn:enterprise.soap.sforce.com' } as const;

type SoapApi = keyof typeof NAMESPACES;

/** The session calls of the partner and the enterprise SOAP API: `login`, `logout` and `getUserInfo`. */
export const soapResources: readonly OpenResource[] = (['u', 'c'] as const).flatMap((api) =>
  [`/services/Soap/${api}/:version`, `/services/Soap/${api}/:version/:organization`].map((path) => ({
    path,
    methods: { POST: (call: OpenCall) => answer(call, api) },
  })),
);

function answer(call: OpenCall, api: SoapApi): Answer {
  let operation = '';
  try {
    const message = parseSoapMessage(call.body.text);
    operation = message.operation;
    return run(call, message, api);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return soapFault(error, operation === 'login' ? 'LoginFault' : 'UnexpectedErrorFault');
  }
}

function run(call: OpenCall, message: SoapMessage, api: SoapApi): Answer {
  const { org, origin, parameters } = call;
  const version = parameters['version'] ?? '';
  switch (message.operation) {
    case 'login': {
      const result = loginResult({ org, origin, version, api }, login(call, message, version));
      return soapResponse(NAMESPACES[api], 'login', result);
    }
    case 'getUserInfo':
      return soapResponse(NAMESPACES[api], 'getUserInfo', soapUserInfo(org, requireSession(call, message)));
    case 'logout':
      org.sessions.revoke(requireSession(call, message).token);
      return soapResponse(NAMESPACES[api], 'logout', {});
    default:
      throw new OrgError(
        'INVALID_OPERATION',
        `No operation available for request {${NAMESPACES[api]}}${message.operation}`,
      );
  }
}

function login({ org }: OpenCall, message: SoapMessage, version: string): OrgSession {
  if (!(Number(version) <= LAST_LOGIN_VERSION)) {
    throw new OrgError('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
  }
  const [username = '', password = ''] = ['username', 'password'].map((name) => message.arguments.get(name));
  const user = org.users.authenticate(username, password);
  if (user) return org.sessions.open(user.id);
  throw new OrgError('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
}

function requireSession({ org }: OpenCall, { sessionId }: SoapMessage): OrgSession {
  const session = sessionId === undefined ? undefined : org.sessions.find(sessionId);
  if (session) return session;
  throw new OrgError('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
}
