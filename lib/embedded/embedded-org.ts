import type { EmbeddedOrgHandle, SeedData, SeedTables } from '../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { OrgSchema } from '../schema/snapshot/org-schema.js';
import type { SObjectDefinition } from '../schema/sobject-definition.interface.js';
import type { Transport } from '../transport/transport.interface.js';
import type {
  EmbeddedOrgOptions,
  EmbeddedOrgServer,
  ListenOptions,
} from './embedded-org-options.interface.js';
import { Catalog } from './catalog/catalog.js';
import { EmbeddedTransport } from './server/embedded-transport.js';
import { NodeSqliteDatabase } from './engine/node-sqlite-database.js';
import { OrgSnapshot } from './engine/org-snapshot.js';
import type { EmbeddedPermissions } from './engine/permissions/permission-set.interface.js';
import type { RecordLocks } from './engine/record-locks.js';
import type { OrgHttpServer } from './server/http-server.js';
import { createOrgContext } from './org-context.factory.js';
import type { OrgContext } from './org-context.interface.js';
import { RestRouter } from './rest/rest-router.js';
import { OrgClock } from './testing/org-clock.js';
import { OrgFaults } from './testing/org-faults.js';
import { OrgGateway } from './testing/org-gateway.js';
import { RequestLog } from './testing/request-log.js';
import { hasRecords, SeedLoader } from './seed/seed-loader.js';
import type { SeedSource } from './seed/seed-source.interface.js';

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
  /** The org's time, which tests can stop and move. */
  readonly clock: OrgClock;
  /** What the org was asked. */
  readonly requests = new RequestLog();
  /** What goes wrong with requests, as a test wants it. */
  readonly faults = new OrgFaults();
  readonly #org: OrgContext;
  readonly #gateway: OrgGateway;
  readonly #servers = new Set<OrgHttpServer>();
  #ownToken: string | undefined;

  private constructor(org: OrgContext, clock: OrgClock, options: EmbeddedOrgOptions) {
    this.#org = org;
    this.clock = clock;
    const router = new RestRouter(org, {
      onFailure: options.onUnexpectedError,
      corsOrigins: options.corsOrigins,
    });
    this.#gateway = new OrgGateway({ org, router, log: this.requests, faults: this.faults });
    this.transport = new EmbeddedTransport(this.#gateway, this.instanceUrl);
  }

  /**
   * Opens the database, makes the org in it when it is new, and loads the snapshot's records and the seed when it has no
   * records yet.
   *
   * @throws SalesforceConfigurationException when the snapshot or the seed cannot be read or a record of them is refused.
   */
  static async create(options: EmbeddedOrgOptions = {}): Promise<EmbeddedOrg> {
    const seed = await sourcesOf(options.seed);
    const schema = await schemaOf(options.snapshot);
    const catalog = options.catalog ?? Catalog.standard(options.features);
    for (const definition of schema.definitions) catalog.install(definition);
    const database = openDatabase(options.database);
    const clock = new OrgClock(options.clock);
    try {
      const context = createOrgContext(database, { ...options, catalog, clock: () => clock.now() });
      const org = new EmbeddedOrg(context, clock, options);
      if (options.definitions) org.define(options.definitions);
      if (!hasRecords(database)) {
        await loadSnapshot(context, schema.records);
        org.#load(seed);
      }
      // A database that was closed in the middle of a bulk job goes on with it.
      org.#org.bulk.wake();
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
   * Adds records, all or none of them: in the Salesforce CLI's data tree format, or by the names of their objects. Their order
   * does not matter: a record is created after those it refers to.
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
  seed(data: SeedData | SeedTables): void {
    this.#load([{ data }]);
  }

  #load(sources: readonly SeedSource[]): void {
    new SeedLoader(this.#org).load(sources, { id: this.#org.administratorId });
  }

  /**
   * Remembers the records as they are, to put them back after a test. Going back takes as long as what was written since, which
   * is less than a millisecond for most tests.
   *
   * @example
   * ```ts
   * const seeded = org.snapshot();
   * afterEach(() => seeded.restore());
   * ```
   */
  snapshot(): OrgSnapshot {
    return new OrgSnapshot(this.#org.database, () => this.#org.bulk.reload());
  }

  /**
   * The records that nobody can write for now: whoever tries is refused with `UNABLE_TO_LOCK_ROW`, as when two writers meet.
   *
   * @example
   * ```ts
   * org.locks.lock(acme.id);
   * await expect(accounts.update(acme.id, { name: 'Apex' })).rejects.toThrow(RowLockedException);
   * ```
   */
  get locks(): RecordLocks {
    return this.#org.locks;
  }

  /**
   * Gives a user other permissions than the options did; with `undefined` the user is an administrator again.
   *
   * @example
   * ```ts
   * org.setPermissions(org.username, { objects: { Account: { edit: false } } });
   * await expect(accounts.update(id, { name: 'Apex' })).rejects.toThrow('insufficient access rights');
   * ```
   */
  setPermissions(username: string, permissions: EmbeddedPermissions | undefined): void {
    this.#org.permissions.assign(username, permissions);
    this.#org.definitions.touch();
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
   * Does all the work of bulk jobs that waits, at once: for orgs whose jobs are held, and for tests that will not wait.
   *
   * @example
   * ```ts
   * const org = await EmbeddedOrg.create({ bulkJobs: 'hold' });
   * const waiting = loadContacts(); // the job is UploadComplete, and stays so
   * org.runBulkJobs();
   * await waiting;
   * ```
   */
  runBulkJobs(): void {
    this.#org.bulk.runAll();
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
    // Most orgs serve their own process only: they are spared Node's HTTP.
    const { OrgHttpServer } = await import('./server/http-server.js');
    const server = await OrgHttpServer.listen(this.#gateway, options);
    this.#servers.add(server);
    return server;
  }

  /** Stops serving and closes the database. Idempotent. */
  async close(): Promise<void> {
    this.#gateway.close();
    await Promise.all([...this.#servers].map((server) => server.close()));
    await this.transport.close();
    this.#org.bulk.close();
    this.#org.metadata.close();
    this.#org.database.close();
  }
}

async function schemaOf(paths: EmbeddedOrgOptions['snapshot']): Promise<OrgSchema> {
  if (paths === undefined) return { definitions: [], records: [] };
  const { readOrgSchema } = await import('../schema/snapshot/org-schema.js');
  return readOrgSchema(paths);
}

async function loadSnapshot(org: OrgContext, records: OrgSchema['records']): Promise<void> {
  if (records.length === 0) return;
  const { SnapshotLoader } = await import('./seed/snapshot-loader.js');
  new SnapshotLoader(org).load(records);
}

async function sourcesOf(seed: EmbeddedOrgOptions['seed']): Promise<readonly SeedSource[]> {
  if (seed === undefined) return [];
  if (!isPaths(seed)) return [{ data: seed }];
  const { readSeedFiles } = await import('./seed/seed-file.js');
  return readSeedFiles(seed);
}

function isPaths(seed: NonNullable<EmbeddedOrgOptions['seed']>): seed is string | readonly string[] {
  return typeof seed === 'string' || Array.isArray(seed);
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
