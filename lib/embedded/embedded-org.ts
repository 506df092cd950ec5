import type { EmbeddedOrgHandle, SeedData } from '../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import type { Transport } from '../transport/transport.interface.js';
import type {
  EmbeddedOrgOptions,
  EmbeddedOrgServer,
  ListenOptions,
} from './embedded-org-options.interface.js';
import { EmbeddedTransport } from './embedded-transport.js';
import { NodeSqliteDatabase } from './engine/node-sqlite-database.js';
import { OrgHttpServer } from './http-server.js';
import { createOrgContext } from './org-context.factory.js';
import type { OrgContext } from './org-context.interface.js';
import { RestRouter } from './rest/rest-router.js';
import { readSeedFile } from './seed-file.js';
import { hasRecords, SeedLoader } from './seed-loader.js';

/** Nothing resolves this name: a call that left the process by mistake would fail at once. */
const IN_PROCESS_ORIGIN = 'https://embedded-org.invalid';

/**
 * A Salesforce org inside the process, on SQLite. It speaks the REST API to a connection in the same process by its
 * `transport`, and to any client over HTTP after {@link listen}.
 *
 * Sessions and passwords live in memory; records live in the database.
 *
 * @example
 * ```ts
 * const org = await EmbeddedOrg.create({
 *   user: { username: 'admin@example.com', password: 'secret' },
 *   seed: { records: [{ attributes: { type: 'Account' }, Name: 'Acme' }] },
 * });
 * SalesforceModule.forRoot({ embedded: org });
 * const server = await org.listen({ port: 8080 });
 * await org.close();
 * ```
 * @publicApi
 */
export class EmbeddedOrg implements EmbeddedOrgHandle {
  readonly instanceUrl = IN_PROCESS_ORIGIN;
  readonly transport: Transport;
  readonly #org: OrgContext;
  readonly #router: RestRouter;
  readonly #servers = new Set<OrgHttpServer>();
  #ownToken: string | undefined;

  private constructor(org: OrgContext, options: EmbeddedOrgOptions) {
    this.#org = org;
    this.#router = new RestRouter(org, options.onUnexpectedError);
    this.transport = new EmbeddedTransport(this.#router, this.instanceUrl);
  }

  /**
   * Opens the database, makes the org in it when it is new, and loads the seed when it has no records yet.
   *
   * @throws SalesforceConfigurationException when the seed cannot be read or a record of it is refused.
   */
  static async create(options: EmbeddedOrgOptions = {}): Promise<EmbeddedOrg> {
    const seed = typeof options.seed === 'string' ? await readSeedFile(options.seed) : options.seed;
    const database = openDatabase(options.database);
    try {
      const org = new EmbeddedOrg(createOrgContext(database, options), options);
      if (options.definitions) org.define(options.definitions);
      if (seed && !hasRecords(database)) org.seed(seed);
      return org;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  get organizationId(): string {
    return this.#org.organizationId;
  }

  /** Of the administrator. */
  get username(): string {
    return this.#org.users.get(this.#org.administratorId).username;
  }

  /** A session of the administrator: the same one as long as it lasts. */
  get accessToken(): string {
    const { sessions, administratorId } = this.#org;
    const current = this.#ownToken === undefined ? undefined : sessions.find(this.#ownToken);
    this.#ownToken = (current ?? sessions.open(administratorId)).token;
    return this.#ownToken;
  }

  /**
   * Adds custom objects and fields; what is there already stays. A connection does this with its entities by itself.
   * They are kept in the database: a file that is opened again has them, declared or not, and what is declared again may
   * have changed.
   */
  define(definitions: readonly SObjectDefinition[]): void {
    this.#org.definitions.define(definitions);
  }

  /**
   * Adds records in the Salesforce CLI's data tree format, all or none of them. Their order does not matter: a record is
   * created after those it refers to.
   *
   * @throws SalesforceConfigurationException naming the record that is wrong.
   * @example
   * ```ts
   * org.seed({
   *   records: [
   *     { attributes: { type: 'Contact' }, LastName: 'Doe', AccountId: '@acme' },
   *     { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme' },
   *   ],
   * });
   * ```
   */
  seed(data: SeedData): void {
    new SeedLoader(this.#org).load(data, { id: this.#org.administratorId });
  }

  /**
   * Makes a refresh token of the administrator, as approving an app in the browser does.
   *
   * @example
   * ```ts
   * const auth = { flow: 'refresh-token', clientId: 'my-app', refreshToken: org.approve('my-app') };
   * ```
   */
  approve(clientId: string): string {
    return this.#org.sessions.approve(this.#org.administratorId, clientId);
  }

  /**
   * Ends every session, as an administrator can; what clients do next is answered with `INVALID_SESSION_ID`.
   *
   * @example
   * ```ts
   * org.endSessions();
   * await accounts.find(); // the connection signs in again, unnoticed
   * ```
   */
  endSessions(): void {
    this.#org.sessions.endAll();
  }

  /**
   * Serves the org over HTTP, for jsforce, curl and other processes.
   *
   * @throws the system's error, such as one with the code `EADDRINUSE`, when it cannot listen.
   * @example
   * ```ts
   * const { url } = await org.listen({ port: 0 });
   * const versions = await fetch(`${url}/services/data`);
   * ```
   */
  async listen(options: ListenOptions = {}): Promise<EmbeddedOrgServer> {
    const server = await OrgHttpServer.listen(this.#router, options);
    this.#servers.add(server);
    return server;
  }

  /** Stops serving and closes the database. Idempotent. */
  async close(): Promise<void> {
    await Promise.all([...this.#servers].map((server) => server.close()));
    await this.transport.close();
    this.#org.database.close();
  }
}

function openDatabase(path = ':memory:'): NodeSqliteDatabase {
  try {
    return new NodeSqliteDatabase(path);
  } catch (error) {
    throw new SalesforceConfigurationException(
      `The database ${path} cannot be opened: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}
