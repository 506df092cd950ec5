import type { Connection as JsforceConnection } from 'jsforce';
import { levelledLogger } from '../common/levelled-logger.js';
import { nodeVersionComplaint } from '../common/node-version.js';
import type { RetryPolicy } from '../common/retry.js';
import { NO_LOGGER, type SalesforceLogger } from '../common/salesforce-logger.interface.js';
import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { EntityClass } from '../metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../metadata/entity-metadata.storage.js';
import { DEFAULT_API_VERSION } from '../protocol/api-version.js';
import type { DescribeGlobalResult, DescribeSObjectResult } from '../protocol/describe.interface.js';
import type { Identity, Limits } from '../protocol/identity.interface.js';
import type { QueryPlan } from '../protocol/query-plan.interface.js';
import type { QueryResponse, WireRecord } from '../protocol/query-response.interface.js';
import type { DriftReport } from '../schema/drift/drift-report.interface.js';
import type { SoqlText } from '../soql/soql-text.js';
import { SoslText } from '../soql/sosl/sosl-text.js';
import { soql } from '../soql/soql-tag.js';
import { apiUsageInterceptor } from '../transport/interceptors/api-usage.interceptor.js';
import { compose } from '../transport/interceptors/compose.js';
import { headersInterceptor } from '../transport/interceptors/headers.interceptor.js';
import { loggingInterceptor } from '../transport/interceptors/logging.interceptor.js';
import { sessionInterceptor } from '../transport/interceptors/session.interceptor.js';
import type { ByteRoom } from '../transport/byte-room.js';
import type { Dispatch, Transport, TransportResponse } from '../transport/transport.interface.js';
import { createBackend } from './backend.factory.js';
import { cacheSpace } from './cache/cache-space.js';
import { QueryCache } from './cache/query-cache.js';
import { writeWatchInterceptor } from './cache/write-watch.interceptor.js';
import type { WrittenObjects } from './cache/written-objects.js';
import type { SalesforceConnectionOptions } from './connection-options.interface.js';
import { DescribeCache } from './describe/describe-cache.js';
import { sessionOwner, type SessionOwner } from './describe/session-owner.js';
import type { EntitySearch } from './entity-search.interface.js';
import { explainQuery } from './explain-query.js';
import { openJsforceConnection } from './jsforce-connection.opener.js';
import type { PagePart } from './page-parts.js';
import { queryParts } from './query-parts.js';
import { queryPages, readPage } from './query-pages.js';
import type { ApiUsage, QueryOptions, ResourceRequest } from './resource-request.interface.js';
import { checkSchema } from './schema-check/check-schema.js';
import { searchRecords } from './search-records.js';
import { SessionManager } from './session.manager.js';
import { toTransportRequest } from './transport-request.js';
import { validateConnectionOptions } from './validate-connection-options.js';

/** What a connection may be given by its surroundings. */
export interface SalesforceConnectionSurroundings {
  /** Where the connection reports; what falls below `logLevel` is dropped before. @default nothing is written */
  readonly logger?: SalesforceLogger;
  /** Stands in for the network. @default a pool of HTTP connections */
  readonly transport?: Transport;
  /** How the page of a result that was lost on its way is asked for again. @default 3 times within 5.25 seconds */
  readonly pageRetries?: RetryPolicy;
}

/**
 * One org. Nothing touches the network until the first call needs it; concurrent first calls share one login, and an
 * expired session is renewed once for all calls that meet it. Credentials and session are out of reach of `util.inspect`,
 * `JSON.stringify` and logs.
 *
 * ```ts
 * constructor(@InjectConnection() private readonly salesforce: SalesforceConnection) {}
 *
 * const { DailyApiRequests } = await this.salesforce.limits();
 * ```
 * @publicApi
 */
export class SalesforceConnection {
  /** REST API version, such as `67.0`. */
  readonly apiVersion: string;
  /** Namespace prefix of the org's custom objects and fields. */
  readonly namespace: string | undefined;
  /** What is known of the entities this connection has met. */
  readonly entities: EntityMetadataStorage;
  /** Results of queries, where the options name a place for them. @internal */
  readonly cache: QueryCache | undefined;

  readonly #logger: SalesforceLogger;
  readonly #transport: Transport;
  readonly #sessions: SessionManager;
  readonly #dispatch: Dispatch;
  readonly #pageRetries: RetryPolicy | undefined;
  readonly #shared = new Map<unknown, unknown>();
  #apiUsage: ApiUsage | undefined;
  #jsforce: Promise<JsforceConnection> | undefined;
  #closing: Promise<void> | undefined;

  /** @throws SalesforceConfigurationException when the options, or this Node, cannot work; the message names the fix. */
  constructor(
    readonly name: string,
    options: SalesforceConnectionOptions,
    surroundings: SalesforceConnectionSurroundings = {},
  ) {
    const complaint = nodeVersionComplaint(process.versions.node);
    if (complaint !== undefined) throw new SalesforceConfigurationException(complaint, { connection: name });
    validateConnectionOptions(name, options);
    this.apiVersion = options.apiVersion ?? DEFAULT_API_VERSION;
    this.namespace = options.namespace;
    this.entities = new EntityMetadataStorage(options.namespace);
    this.#pageRetries = surroundings.pageRetries;

    const logger = levelledLogger(surroundings.logger ?? NO_LOGGER, options.logLevel ?? 'warn');
    this.#logger = logger;
    const wire = compose([
      headersInterceptor(options.headers ?? {}),
      apiUsageInterceptor((usage) => (this.#apiUsage = usage)),
      loggingInterceptor(logger),
    ])((request) => this.#transport.dispatch(request));
    const backend = createBackend(name, options, {
      entities: this.entities,
      dispatch: wire,
      transport: surroundings.transport,
    });
    this.#transport = backend.transport;
    this.#sessions = new SessionManager(backend.auth, logger);
    const { cache } = options;
    this.cache = cache && new QueryCache(cache, cacheSpace(name, options), logger);
    this.#dispatch = compose([
      this.#refuseWhenClosed,
      ...(this.cache ? [writeWatchInterceptor((written) => this.#invalidate(written))] : []),
      sessionInterceptor(this.#sessions),
    ])(wire);
  }

  /** Where the connection reports, by the level of its options. @internal */
  get logger(): SalesforceLogger {
    return this.#logger;
  }

  /** API requests of the org, as the latest answer told; undefined before the first one. */
  get apiUsage(): ApiUsage | undefined {
    return this.#apiUsage;
  }

  /**
   * Calls any REST resource and gives its JSON, or undefined where the answer has no body. Redirections are not followed.
   *
   * ```ts
   * const { id } = await connection.resource<SaveResult>({
   *   method: 'POST', path: 'sobjects/Account', body: { Name: 'Acme' },
   * });
   * ```
   * @throws SalesforceException the subclass that fits, for a status of 300 or more but 304 (nothing has changed).
   */
  async resource<T>(request: ResourceRequest): Promise<T> {
    const response = await this.open(request);
    const { status, headers } = response;
    const body = await response.text();
    if (body === '') return undefined as T;
    try {
      return JSON.parse(body) as T;
    } catch {
      // The parser's own message quotes the body, which may hold records.
      throw exceptionFromResponse({ status, body, headers, connection: this.name });
    }
  }

  /** The body of what {@link resource} would give. @internal */
  async bytes(request: ResourceRequest, room: ByteRoom): Promise<Uint8Array> {
    const response = await this.open(request);
    return response.bytes(room);
  }

  /** Whose session this is, told without a call but that of the login. @internal */
  async sessionOwner(): Promise<SessionOwner> {
    return sessionOwner(await this.#sessions.current());
  }

  /**
   * The answer to a call, its body yet to be read: for what is long or no JSON, and where headers matter. Throws what
   * {@link resource} throws. @internal
   */
  async open(request: ResourceRequest): Promise<TransportResponse> {
    const response = await this.#dispatch(toTransportRequest(request, this.apiVersion));
    const { status, headers } = response;
    if (status < 300 || status === 304) return response;
    throw exceptionFromResponse({ status, body: await response.text(), headers, connection: this.name });
  }

  /**
   * The pages of a query's result. The next page is under way while the current one is consumed, is asked for again when it is
   * lost on its way, and is given up when the loop is left early.
   *
   * ```ts
   * for await (const page of connection.pages('SELECT Id FROM Contact')) console.log(page.records.length);
   * ```
   * @throws MalformedQueryException, SchemaMismatchException, QueryCursorExpiredException and what `resource` throws.
   */
  pages<T = WireRecord>(
    soql: string,
    options: QueryOptions = {},
  ): AsyncGenerator<QueryResponse<T>, void, undefined> {
    return queryPages<T>(this, soql, options, this.#pageRetries);
  }

  /**
   * What {@link pages} gives, the larger pages in parts, of which no more than one is parsed at a time. @internal
   */
  parts<T = WireRecord>(
    soql: string,
    options: QueryOptions = {},
  ): AsyncGenerator<PagePart<T>, void, undefined> {
    return queryParts<T>(this, soql, options, this.#pageRetries);
  }

  /**
   * The page of a result that the `nextRecordsUrl` of the page before it, or of child records, stands for. It is asked for
   * again when it is lost on its way.
   *
   * ```ts
   * const seen = '/services/data/v67.0/query/01gB000003OCxSPIA1-2000';
   * const { records, nextRecordsUrl } = await connection.page(seen);
   * ```
   * @throws QueryCursorExpiredException when the result is not kept any more, and what `resource` throws.
   */
  async page<T = WireRecord>(
    nextRecordsUrl: string,
    options: Pick<QueryOptions, 'batchSize' | 'signal'> = {},
  ): Promise<QueryResponse<T>> {
    return readPage<T>(this, nextRecordsUrl, options, this.#pageRetries);
  }

  /**
   * All records of a query's result.
   *
   * ```ts
   * const rows = await connection.query<{ Id: string }>('SELECT Id FROM Account LIMIT 10');
   * ```
   */
  async query<T = WireRecord>(soql: string, options: QueryOptions = {}): Promise<T[]> {
    const records: T[] = [];
    for await (const page of this.pages<T>(soql, options)) {
      for (const record of page.records) records.push(record);
    }
    return records;
  }

  /**
   * All records of a query whose values are bound: each one is written as a literal of its own type, so that no input can
   * change the query.
   *
   * ```ts
   * const rows = await connection.soql<{ Id: string }>`SELECT Id FROM Account WHERE Name = ${name} AND Id IN ${ids}`;
   * ```
   */
  async soql<T = WireRecord>(strings: TemplateStringsArray, ...values: unknown[]): Promise<T[]> {
    return this.query<T>(String(soql(strings, ...values)));
  }

  /**
   * The records that a search in SOSL finds, those of all its objects in one list; `attributes.type` tells them apart. For
   * entities instead of records see `searchFor` and `repository.search`.
   *
   * ```ts
   * const found = await connection.search(sosl`FIND {${words}} IN NAME FIELDS RETURNING Account(Name), Contact(Email)`);
   * ```
   * @throws MalformedQueryException, SchemaMismatchException and what `resource` throws.
   */
  async search<T = WireRecord>(sosl: string | SoslText, options?: Pick<QueryOptions, 'signal'>): Promise<T[]>;
  /** What a search for entities finds. */
  async search<R>(search: EntitySearch<R>, options?: Pick<QueryOptions, 'signal'>): Promise<R>;
  async search(
    search: string | SoslText | EntitySearch<unknown>,
    { signal }: Pick<QueryOptions, 'signal'> = {},
  ): Promise<unknown> {
    if (typeof search === 'string' || search instanceof SoslText) {
      return searchRecords(this, String(search), signal);
    }
    const { sosl, read } = search.compile(this.entities);
    return read(sosl === undefined ? [] : await searchRecords<WireRecord>(this, sosl, signal), this);
  }

  /**
   * How the org would run a query, without running it: which index it would use, and why not another. The cheapest plan comes
   * first.
   *
   * ```ts
   * const [plan] = await connection.explain('SELECT Id FROM Contact WHERE LastName LIKE \'%son\'');
   * if (plan?.leadingOperationType === 'TableScan') console.warn(plan.notes);
   * ```
   * @throws MalformedQueryException, SchemaMismatchException and what `resource` throws.
   */
  async explain(
    soql: string | SoqlText,
    { signal }: Pick<QueryOptions, 'signal'> = {},
  ): Promise<readonly QueryPlan[]> {
    return explainQuery(this, String(soql), signal);
  }

  /**
   * Everything the org tells of one object. What was told before is kept, and the org is asked whether it still holds; calls
   * for the same object that are under way at once are one.
   *
   * @throws RecordNotFoundException when there is no such object.
   */
  async describe(sobject: string): Promise<DescribeSObjectResult> {
    return this.shared(DescribeCache).describe(sobject);
  }

  /** The objects of the org that the connected user can see; kept as {@link describe} keeps them. */
  async describeGlobal(): Promise<DescribeGlobalResult> {
    return this.shared(DescribeCache).describeGlobal();
  }

  /**
   * What entities and the org differ in, as the connected user sees it: objects and fields that are missing or renamed, types,
   * lengths, values, references, permissions; with how grave each is, and what to do. It costs a call for the list of objects,
   * and one for each 25 entities.
   *
   * ```ts
   * const { findings } = await connection.checkSchema([Account, Contact]);
   * for (const { severity, message, fix } of findings) console.log(severity, message, fix);
   * ```
   * @param entities those of the application that the connection has met, when none are given
   * @throws InvalidEntityException for a class that is no entity.
   */
  async checkSchema(
    entities?: readonly EntityClass[],
    { signal }: Pick<QueryOptions, 'signal'> = {},
  ): Promise<DriftReport> {
    const checked = entities?.map((entity) => this.entities.register(entity)) ?? this.entities.all();
    return checkSchema(this, checked, signal);
  }

  /** What the org may use of each limit, and what is left of it. */
  async limits(): Promise<Limits> {
    return this.resource({ path: 'limits' });
  }

  /** Who the session belongs to. */
  async identity(): Promise<Identity> {
    const { id } = await this.#sessions.current();
    const url = id ?? (await this.#identityUrl());
    // Asked of the org's own host, which serves it as the login host does: the token goes nowhere else.
    return this.resource({ path: new URL(url).pathname });
  }

  /**
   * A jsforce connection on the same transport and the same session, whose renewals it follows: for metadata, bulk, tooling
   * and whatever else jsforce offers. Loads jsforce on first use. It cannot log in or out by itself.
   */
  async jsforce(): Promise<JsforceConnection> {
    this.#assertOpen();
    const opened = (this.#jsforce ??= openJsforceConnection({
      name: this.name,
      apiVersion: this.apiVersion,
      sessions: this.#sessions,
      dispatch: this.#dispatch,
    }));
    opened.catch(() => (this.#jsforce = undefined));
    return opened;
  }

  /** Logs in now instead of with the first call; does nothing when there is a session. @throws AuthenticationException */
  async connect(): Promise<void> {
    this.#assertOpen();
    await this.#sessions.current();
  }

  /** Ends what is under way and frees what is held; later calls are refused. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#release();
    return this.#closing;
  }

  /**
   * Forgets cached results that were made of those objects, or all of them where none is named: for changes that do not come
   * through this connection. Does nothing without a cache.
   *
   * ```ts
   * await connection.forgetCached('Account', 'Contact');
   * ```
   */
  async forgetCached(...sobjects: readonly string[]): Promise<void> {
    await this.#invalidate(sobjects.length === 0 ? 'unknown' : sobjects);
  }

  /** What a layer above keeps for as long as this connection lives: one instance of each class. @internal */
  shared<T>(Kind: new (connection: SalesforceConnection) => T): T {
    const kept = (this.#shared.get(Kind) as T | undefined) ?? new Kind(this);
    this.#shared.set(Kind, kept);
    return kept;
  }

  async #invalidate(written: Exclude<WrittenObjects, 'none'>): Promise<void> {
    await this.cache?.invalidate(written);
  }

  async #identityUrl(): Promise<string> {
    const resources = await this.resource<{ identity?: unknown } | null | undefined>({
      path: `/services/data/v${this.apiVersion}`,
    });
    const url = resources?.identity;
    if (typeof url === 'string' && URL.canParse(url)) return url;
    throw new InvalidResponseException('The resources of the API do not tell where the identity is.', {
      connection: this.name,
    });
  }

  async #release(): Promise<void> {
    await Promise.all([this.#transport.close(), this.#sessions.close()]);
  }

  readonly #refuseWhenClosed = (next: Dispatch): Dispatch => {
    return async (request) => {
      this.#assertOpen();
      return next(request);
    };
  };

  #assertOpen(): void {
    if (!this.#closing) return;
    throw new SalesforceConfigurationException(
      `The connection '${this.name}' is closed: it was removed from SalesforceConnections, or the application shuts down.`,
      { connection: this.name },
    );
  }
}
