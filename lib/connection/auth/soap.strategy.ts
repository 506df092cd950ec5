import { AuthenticationException } from '../../exceptions/authentication.exception.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { exceptionFromResponse } from '../../exceptions/salesforce-exception.converter.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import { SOAP_LOGIN_API_VERSION } from '../../protocol/api-version.js';
import { bufferedResponse } from '../../transport/buffered-response.js';
import { JsforceTransport } from '../../transport/jsforce-transport.js';
import type { Dispatch } from '../../transport/transport.interface.js';
import type { SoapAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';
import type { LoginContext } from './login-context.interface.js';

/** SOAP `login()`, by jsforce. */
export class SoapStrategy implements AuthStrategy {
  readonly renewable = true;
  readonly #context: LoginContext;
  readonly #options: SoapAuthOptions;

  constructor(options: SoapAuthOptions, context: LoginContext) {
    this.#context = context;
    this.#options = options;
  }

  async login(): Promise<Session> {
    const { username, password, securityToken = '' } = this.#options;
    const { connection: name, loginUrl } = this.#context;
    const { default: jsforce } = await import('jsforce');
    const connection = new jsforce.Connection({
      loginUrl,
      version: SOAP_LOGIN_API_VERSION,
      logLevel: 'NONE',
    });
    new JsforceTransport(refusingFaults(this.#context)).serve(connection);
    try {
      const user = await connection.loginBySoap(username, password + securityToken);
      return { accessToken: connection.accessToken ?? '', instanceUrl: connection.instanceUrl, id: user.url };
    } catch (cause) {
      if (cause instanceof SalesforceException) throw cause;
      throw new InvalidResponseException('The answer to the SOAP login holds no session.', {
        connection: name,
        cause,
      });
    }
  }
}

/** Throws our exceptions before jsforce sees a fault, of which it keeps one text that is still escaped. */
function refusingFaults({ dispatch, connection }: LoginContext): Dispatch {
  return async (request) => {
    const response = await dispatch(request);
    const { status, headers } = response;
    const body = await response.text();
    if (status >= 400) throw refusedLogin(exceptionFromResponse({ status, headers, body, connection }));
    if (body.includes('<passwordExpired>true</passwordExpired>')) {
      throw new AuthenticationException('The password of the user has expired: set a new one.', {
        errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
        status,
        connection,
      });
    }
    return bufferedResponse(response, body);
  };
}

/** Every fault of `login()` is a refused login, whatever its code. */
function refusedLogin(exception: SalesforceException): SalesforceException {
  if (exception.errorCode === undefined || exception instanceof AuthenticationException) return exception;
  return new AuthenticationException(exception.message, {
    errorCode: exception.errorCode,
    errors: exception.errors,
    status: exception.status,
    connection: exception.connection,
  });
}
