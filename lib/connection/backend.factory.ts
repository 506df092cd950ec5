import type { EntityMetadataStorage } from '../metadata/entity-metadata.storage.js';
import type { Dispatch, Transport } from '../transport/transport.interface.js';
import { UndiciTransport } from '../transport/undici-transport.js';
import { createAuthStrategy } from './auth/auth-strategy.factory.js';
import type { AuthStrategy } from './auth/auth-strategy.interface.js';
import type { SalesforceConnectionOptions } from './connection-options.interface.js';
import { EmbeddedOpener } from './embedded.opener.js';

/** What stands behind a connection: the way to the org, and the way to a session there. */
export interface Backend {
  readonly transport: Transport;
  readonly auth: AuthStrategy;
}

interface BackendSurroundings {
  readonly entities: EntityMetadataStorage;
  /** Carries the calls of a login. */
  readonly dispatch: Dispatch;
  /** Stands in for the network. */
  readonly transport?: Transport;
}

/** Opens nothing: that is for the first call to do. */
export function createBackend(
  connection: string,
  options: SalesforceConnectionOptions,
  { entities, dispatch, transport }: BackendSurroundings,
): Backend {
  if (options.embedded) {
    const opener = new EmbeddedOpener(options.embedded, {
      entities,
      responseTimeout: options.timeouts?.response,
    });
    return { transport: opener, auth: opener };
  }
  const { timeouts, proxy, auth, loginUrl } = options;
  return {
    transport:
      transport ??
      new UndiciTransport({
        connection,
        connectTimeout: timeouts?.connect,
        responseTimeout: timeouts?.response,
        proxy,
      }),
    auth: createAuthStrategy(auth, { connection, loginUrl, dispatch }),
  };
}
