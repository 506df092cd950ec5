import type { SalesforceLogger } from '../common/salesforce-logger.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { EmbeddedOrgHandle, SalesforceConnectionOptions } from './connection-options.interface.js';
import { SalesforceConnection } from './salesforce-connection.js';

/** The name a connection has when its options give none. */
export const DEFAULT_CONNECTION_NAME = 'default';

/** What all connections of a registry share. */
export interface SalesforceConnectionsOptions {
  /** The logger of the connection of that name. @default nothing is written */
  readonly logger?: (connection: string) => SalesforceLogger;
  /** The org that stands in for the one a connection's options name, as tests have it. @default none does */
  readonly substitute?: (connection: string) => EmbeddedOrgHandle | undefined;
}

/**
 * The orgs of an application by name: those of the module's options, and those added while it runs, such as one for each
 * tenant.
 *
 * ```ts
 * const org = connections.has(tenant.id) ? connections.get(tenant.id) : connections.add(tenant.id, optionsOf(tenant));
 * ```
 * @publicApi
 */
export class SalesforceConnections {
  readonly #connections = new Map<string, SalesforceConnection>();
  readonly #logger: SalesforceConnectionsOptions['logger'];
  readonly #substitute: SalesforceConnectionsOptions['substitute'];

  constructor(options: SalesforceConnectionsOptions = {}) {
    this.#logger = options.logger;
    this.#substitute = options.substitute;
  }

  /** Names of the connections, in the order they were added. */
  get names(): readonly string[] {
    return [...this.#connections.keys()];
  }

  /**
   * Adds an org. Nothing touches the network until the connection is used.
   *
   * @throws SalesforceConfigurationException when the name is taken or the options cannot work.
   */
  add(name: string, options: SalesforceConnectionOptions): SalesforceConnection {
    if (this.#connections.has(name)) {
      throw new SalesforceConfigurationException(
        `There is a connection '${name}' already. Give each connection a name of its own; known are ${this.#known()}.`,
        { connection: name },
      );
    }
    const org = this.#substitute?.(name);
    const reached = org ? { ...options, auth: undefined, embedded: org } : options;
    const connection = new SalesforceConnection(name, reached, { logger: this.#logger?.(name) });
    this.#connections.set(name, connection);
    return connection;
  }

  /** @throws SalesforceConfigurationException when there is no connection of that name. */
  get(name: string = DEFAULT_CONNECTION_NAME): SalesforceConnection {
    const connection = this.#connections.get(name);
    if (connection) return connection;
    throw new SalesforceConfigurationException(
      `There is no connection '${name}'; known are ${this.#known()}. ` +
        `Name it in SalesforceModule.forRoot({ name: '${name}', … }) or add it to SalesforceConnections.`,
      { connection: name },
    );
  }

  has(name: string): boolean {
    return this.#connections.has(name);
  }

  /** Closes a connection and forgets it; does nothing when there is none of that name. */
  async remove(name: string): Promise<void> {
    const connection = this.#connections.get(name);
    this.#connections.delete(name);
    await connection?.close();
  }

  /** Closes all connections, also when one of them fails to; the first failure is thrown at the end. */
  async close(): Promise<void> {
    const closing = [...this.#connections.values()].map((connection) => connection.close());
    this.#connections.clear();
    const failed = (await Promise.allSettled(closing)).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  #known(): string {
    return this.names.map((name) => `'${name}'`).join(', ') || 'none';
  }
}
