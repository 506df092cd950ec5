import type { Connection } from 'jsforce';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { SessionPort } from '../transport/interceptors/session-port.interface.js';
import { JsforceTransport } from '../transport/jsforce-transport.js';
import type { Dispatch } from '../transport/transport.interface.js';

interface JsforceSurroundings {
  readonly name: string;
  readonly apiVersion: string;
  readonly sessions: SessionPort;
  readonly dispatch: Dispatch;
}

/**
 * A jsforce connection that owns no session: it reads ours, and renewals are ours alone. Its own refresh stays off, since
 * it repeats without an end where a new session is refused too.
 */
export async function openJsforceConnection(surroundings: JsforceSurroundings): Promise<Connection> {
  const { name, apiVersion, sessions, dispatch } = surroundings;
  const { accessToken, instanceUrl } = await sessions.current();
  const { default: jsforce } = await import('jsforce');
  const connection = new jsforce.Connection({
    version: apiVersion,
    instanceUrl,
    loginUrl: instanceUrl,
    logLevel: 'NONE',
  });
  new JsforceTransport(dispatch).serve(connection, connection.oauth2);
  // Not enumerable, so that an inspected connection shows no token.
  Object.defineProperty(connection, 'accessToken', {
    get: () => sessions.held?.accessToken ?? accessToken,
    set: () => {
      throw new SalesforceConfigurationException(
        `The jsforce connection of '${name}' uses the session of its connection and cannot log in or out by itself.`,
        { connection: name },
      );
    },
  });
  return connection;
}
