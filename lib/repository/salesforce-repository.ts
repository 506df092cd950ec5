import type { Observable } from 'rxjs';
import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import { RecordNotFoundException } from '../exceptions/record-not-found.exception.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { EntityMetadata } from '../metadata/entity-metadata.interface.js';
import type { CacheOptions } from '../query/cache/cache-options.interface.js';
import { QueryBuilder } from '../query/builder/query-builder.js';
import type { Exact } from '../query/select/exact.type.js';
import type { FindOptions } from '../query/find/find-options.interface.js';
import { buildFindQuery, type FindPlan } from '../query/find/find-query.builder.js';
import { Query } from '../query/query.js';
import { QueryExecutor } from '../query/execution/query-executor.js';
import { ReadBatcher } from '../query/execution/read-batcher.js';
import { RecordRows } from '../query/execution/record-rows.js';
import type { StreamOptions } from '../query/execution/stream-options.interface.js';
import type { SearchOptions } from '../query/search/search-options.interface.js';
import { compileSearchOne } from '../query/search/search-one.js';
import type { Select, SelectParent } from '../query/select/select.type.js';
import type { Selected } from '../query/select/selected.type.js';
import { buildSoqlPlan } from '../query/text/soql-plan.builder.js';
import type { SoqlRow } from '../query/text/soql-row.type.js';
import type { Where } from '../query/where/where.type.js';
import type { Picklist } from '../schema/picklist/picklist.js';
import type { RecordTypeDefinition } from '../schema/sobject-definition.interface.js';
import type { SearchTerm } from '../soql/sosl/search-term.js';
import { printSoql } from '../soql/soql-printer.js';
import { soql } from '../soql/soql-tag.js';
import { RecordWriter } from '../write/record-writer.js';
import type { UpsertOutcome } from '../write/single-record.executor.js';
import type { WriteManyOptions, WriteOptions } from '../write/write-options.interface.js';
import { EntityDescriber } from './entity-describer.js';
import type {
  EntityDescription,
  PicklistOptions,
  PicklistProperty,
  PicklistPropertyValue,
} from './entity-description.type.js';
import type { CountOptions, FindByIdOptions, FindOneOptions } from './find-one-options.interface.js';
import { toRecordId } from './record-id.js';
import type { Inserted, InsertValues, UpdateRecord, UpdateValues } from './record-values.type.js';
import { REPOSITORY_CONTEXT, type RepositoryContext } from './repository-context.js';
import type { UpsertOptions } from './upsert-options.interface.js';

/**
 * The records of one SObject in one org, as entities. Inject it, or extend it: see `@CustomRepository`.
 *
 * Beside the exceptions each method names, every one of them throws what a call can meet: `AuthenticationException`,
 * `SessionExpiredException`, `PermissionDeniedException`, `LimitExceededException`, `SchemaMismatchException`,
 * `SalesforceTimeoutException`, `SalesforceNetworkException`, `SalesforceUnavailableException`.
 *
 * @example
 * ```ts
 * constructor(@InjectRepository(Account) private readonly accounts: SalesforceRepository<Account>) {}
 * ```
 * @publicApi
 */
export class SalesforceRepository<E extends object> {
  /** @internal */
  [REPOSITORY_CONTEXT]?: RepositoryContext;

  /** The org the records are in. */
  get connection(): SalesforceConnection {
    return this.#context.connection;
  }

  /** What the library knows of the entity, its names resolved for the org. */
  get metadata(): EntityMetadata {
    return this.#context.metadata;
  }

  /**
   * Every record that matches, all pages of them.
   *
   * @example
   * ```ts
   * const largest = await accounts.find({
   *   select: { name: true, owner: { email: true } },
   *   where: { industry: { in: ['Energy', 'Utilities'] } },
   *   orderBy: { annualRevenue: 'desc' },
   *   take: 10,
   * });
   * ```
   * @throws InvalidQueryException for options that make no query; nothing was sent.
   */
  async find<const S extends Select<E> | undefined = undefined>(
    options: FindOptions<E, S> = {},
  ): Promise<Selected<E, S>[]> {
    return this.#executor.all<Selected<E, S>>(this.#plan(options), options);
  }

  /**
   * The first record that matches, or `null`.
   *
   * @example
   * ```ts
   * const acme = await accounts.findOne({ where: { name: 'Acme' } });
   * ```
   * @throws InvalidQueryException for options that make no query; nothing was sent.
   */
  async findOne<const S extends Select<E> | undefined = undefined>(
    options: FindOneOptions<E, S> = {},
  ): Promise<Selected<E, S> | null> {
    const [record] = await this.find<S>({ ...options, take: 1 });
    return record ?? null;
  }

  /**
   * The first record that matches.
   *
   * @example
   * ```ts
   * const acme = await accounts.findOneOrFail({ where: { name: 'Acme' }, select: { phone: true } });
   * ```
   * @throws RecordNotFoundException when no record matches.
   * @throws InvalidQueryException for options that make no query; nothing was sent.
   */
  async findOneOrFail<const S extends Select<E> | undefined = undefined>(
    options: FindOneOptions<E, S> = {},
  ): Promise<Selected<E, S>> {
    const record = await this.findOne<S>(options);
    if (record) return record;
    throw this.#notFound('matches the criteria');
  }

  /**
   * The record with that id, or `null` when there is none, it was deleted, or the connected user cannot see it. Reads by id
   * that are made in one tick and select the same are one call, from whichever repository of the connection they come.
   *
   * @example
   * ```ts
   * const account = await accounts.findById('0015g00000A1b2CAAR', { select: { name: true } });
   * ```
   * @throws InvalidQueryException for a text that cannot be an id, such as one of 19 characters; nothing was sent.
   */
  async findById<const S extends Select<E> | undefined = undefined>(
    id: string,
    options: FindByIdOptions<E, S> = {},
  ): Promise<Selected<E, S> | null> {
    const [record] = await this.findByIds<S>([id], options);
    return record ?? null;
  }

  /**
   * The records with those ids: one entry for each id, in the order of the ids, `null` where there is no such record. An id
   * named twice is read once. A call reads 2,000 records.
   *
   * @example
   * ```ts
   * const [first, second] = await accounts.findByIds([firstId, secondId]);
   * ```
   * @throws InvalidQueryException for a text that cannot be an id; nothing was sent.
   */
  async findByIds<const S extends Select<E> | undefined = undefined>(
    ids: readonly string[],
    options: FindByIdOptions<E, S> = {},
  ): Promise<(Selected<E, S> | null)[]> {
    const wanted = ids.map((id) => this.#idToRead(id));
    return this.connection.shared(ReadBatcher).read<Selected<E, S>>(this.#plan(options), wanted, options);
  }

  /**
   * How many records match.
   *
   * @example
   * ```ts
   * const customers = await accounts.count({ where: { type: 'Customer' } });
   * ```
   * @throws InvalidQueryException for criteria that make no query; nothing was sent.
   */
  async count(options: CountOptions<E> = {}): Promise<number> {
    return this.#executor.count(this.#plan(options), options);
  }

  /**
   * Whether any record matches.
   *
   * @example
   * ```ts
   * if (await accounts.exists({ where: { name: dto.name } })) throw new ConflictException();
   * ```
   * @throws InvalidQueryException for criteria that make no query; nothing was sent.
   */
  async exists(options: CountOptions<E> = {}): Promise<boolean> {
    const { where, scope, with: filter } = options;
    const plan = this.#plan({ where, scope, with: filter, select: this.#idOnly, take: 1 });
    return (await this.#executor.all(plan, options)).length > 0;
  }

  /**
   * The records that match, one after the other, in constant memory: the next page is under way while one is consumed, and no
   * more than these two are held. A page that is lost on its way is asked for again. Ordered by id alone, a stream also
   * outlives the org's cursor, which ends with the session or after two days. Leaving the loop ends what is under way.
   *
   * @example
   * ```ts
   * for await (const contact of contacts.stream({ where: { email: { not: null } } })) await mailer.greet(contact);
   * ```
   * @throws InvalidQueryException for options that make no query; nothing was sent.
   * @throws QueryCursorExpiredException when the org has lost the cursor, and the order is not by id.
   */
  stream<const S extends Select<E> | undefined = undefined>(
    options: FindOptions<E, S> = {},
  ): AsyncGenerator<Selected<E, S>, void, undefined> {
    return this.#executor.stream<Selected<E, S>>(this.#plan(options), options);
  }

  /**
   * What `stream` reads, as a cold Observable: each subscription reads anew, and unsubscribing ends what is under way. An
   * Observable does not wait for its subscriber: where a record takes time, `stream` is what holds the reading back.
   *
   * @example
   * ```ts
   * const reading = contacts.observe({ where: { email: { not: null } } }).subscribe(({ email }) => console.log(email));
   * reading.unsubscribe();
   * ```
   * @throws InvalidQueryException for options that make no query; what else `stream` throws is the Observable's error.
   */
  observe<const S extends Select<E> | undefined = undefined>(
    options: FindOptions<E, S> = {},
  ): Observable<Selected<E, S>> {
    return this.#executor.observe<Selected<E, S>>(this.#plan(options), options);
  }

  /**
   * The records in which a text is found, most relevant first: words anywhere in the fields that are searched, not whole values
   * as `find` compares them. The org's index is behind its records by a few seconds.
   *
   * In a text no character is an operator or a wildcard; `sosl.term` is for those.
   *
   * @example
   * ```ts
   * const hits = await accounts.search('acme', { in: 'name', match: 'prefix', select: { name: true }, take: 5 });
   * ```
   * @throws InvalidQueryException for a text of fewer than two characters and options that make no search; nothing was sent.
   */
  async search<const S extends SelectParent<E> | undefined = undefined>(
    term: string | SearchTerm,
    options: SearchOptions<E, S> = {},
  ): Promise<Selected<E, S>[]> {
    const search = compileSearchOne<Selected<E, S>>(this.metadata, term, options);
    return this.connection.search({ compile: () => search }, options);
  }

  /**
   * A query put together step by step, and the way to groups and aggregates.
   *
   * @example
   * ```ts
   * const byIndustry = await accounts
   *   .query()
   *   .where({ owner: { isActive: true } })
   *   .groupBy('industry')
   *   .aggregate({ accounts: count(), revenue: sum('annualRevenue') })
   *   .orderBy({ revenue: 'desc' })
   *   .all();
   * ```
   */
  query(): QueryBuilder<E> {
    return new QueryBuilder<E>(this.#context);
  }

  /**
   * What `find` would run, checked and compiled once, to be run any number of times.
   *
   * @example
   * ```ts
   * const customers = accounts.prepare({ select: { name: true }, where: { type: 'Customer' } });
   * for await (const { name } of customers.stream()) console.log(name);
   * ```
   * @throws InvalidQueryException for options that make no query.
   */
  prepare<const S extends Select<E> | undefined = undefined>(
    options: FindOptions<E, S> = {},
  ): Query<Selected<E, S>> {
    const rows = new RecordRows<Selected<E, S>>(this.#executor, this.#plan(options));
    return new Query(this.connection, rows, runOptions(options));
  }

  /**
   * The records of a query that is written as text, as entities: instances of their classes with the properties the text
   * reads. Values are bound as literals of their own types. Every field it selects must be mapped; conditions may be on
   * any. What the text reads is not known to the compiler unless it is told, in the form of a selection.
   *
   * @example
   * ```ts
   * const rows = await accounts.soql<{ name: true }>`SELECT Id, Name FROM Account WHERE Name LIKE ${prefix + '%'}`;
   * ```
   * @throws MalformedQueryException for a text that is no query; nothing was sent.
   * @throws InvalidQueryException naming the place in the text, for a field or object that the entity does not map and what
   * the platform does not run; nothing was sent.
   */
  async soql<const S extends Select<E> | undefined = undefined>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Promise<(S extends undefined ? SoqlRow<E> : Selected<E, S>)[]> {
    const { plan, allRows } = buildSoqlPlan(this.metadata, String(soql(strings, ...values)));
    return this.#executor.all(plan, { allRows });
  }

  /**
   * The SOQL that `find` would send, for logs and for wondering.
   *
   * @example
   * ```ts
   * accounts.toSoql({ select: { name: true }, take: 5 }); // SELECT Id, Name FROM Account LIMIT 5
   * ```
   * @throws InvalidQueryException for options that make no query.
   */
  toSoql<const S extends Select<E> | undefined = undefined>(options: FindOptions<E, S> = {}): string {
    return printSoql(this.#plan(options).query);
  }

  /**
   * Creates one record, or many, 200 a call.
   *
   * @returns instances of the entity class with the values given and their ids, in the order of the values. What the org adds,
   * such as defaults, is read by `reload()`.
   * @example
   * ```ts
   * const acme = await accounts.insert({ name: 'Acme', industry: 'Energy' });
   * const people = await contacts.insert([{ lastName: 'Ada', accountId: acme.id }, { lastName: 'Bo' }], { allOrNone: true });
   * ```
   * @throws InvalidWriteException for values that cannot be written; nothing was sent.
   * @throws RecordValidationException and its subclasses, DuplicateRecordException, when the org refuses the one record.
   * @throws PartialWriteException when not all of many were created; it tells which were, with their ids.
   */
  async insert<const V extends InsertValues<E>>(
    values: readonly (V & Exact<InsertValues<E>, V>)[],
    options?: WriteManyOptions,
  ): Promise<Inserted<E, V>[]>;
  async insert<const V extends InsertValues<E>>(
    values: V & Exact<InsertValues<E>, V>,
    options?: WriteOptions,
  ): Promise<Inserted<E, V>>;
  async insert(values: object | readonly object[], options?: WriteManyOptions): Promise<unknown> {
    if (!isArray<readonly object[]>(values))
      return this.#inserted(values, await this.#writer.insert(values, options));
    const ids = await this.#writer.insertAll(values, options);
    return values.map((one, index) => this.#inserted(one, ids[index]));
  }

  /**
   * Changes one record by id; or all records that match criteria, which are looked up first; or many records, each its own
   * way. A record whose changes change nothing is not sent, alone or among many.
   *
   * @returns for criteria, how many records were updated
   * @example
   * ```ts
   * await accounts.update(acme.id, { phone: null });
   * const moved = await accounts.update({ ownerId: leaver.id }, { ownerId: successor.id });
   * await accounts.update([{ id: first.id, rating: 'Hot' }, { id: second.id, rating: 'Cold' }]);
   * ```
   * @throws InvalidWriteException for changes that cannot be written, a text that cannot be an id, and empty criteria.
   * @throws InvalidQueryException for criteria that make no query.
   * @throws RecordNotFoundException when there is no record with that id.
   * @throws RecordValidationException and its subclasses, DuplicateRecordException, when the org refuses the one record.
   * @throws PartialWriteException when not all of many were updated; it tells which were.
   */
  async update(id: string, changes: UpdateValues<E>, options?: WriteOptions): Promise<void>;
  async update(records: readonly UpdateRecord<E>[], options?: WriteManyOptions): Promise<void>;
  async update(criteria: Where<E>, changes: UpdateValues<E>, options?: WriteManyOptions): Promise<number>;
  async update(
    target: string | Where<E> | readonly UpdateRecord<E>[],
    changes: UpdateValues<E> | WriteManyOptions = {},
    options?: WriteManyOptions,
  ): Promise<void | number> {
    if (isArray<readonly UpdateRecord<E>[]>(target))
      return this.#writer.updateAll(this.#identified(target), changes);
    if (typeof target === 'string') {
      return this.#writer.update(this.#idToWrite(target), changes, options);
    }
    const plan = this.#planToWrite(target);
    return this.#writer.updateMatching(() => this.#idsOf(plan, options), changes, options);
  }

  /**
   * Updates the record whose external id has the value given, or creates it; many of them 200 a call.
   *
   * @returns id of each record, and whether it is new, in the order of the values
   * @example
   * ```ts
   * const { id, created } = await accounts.upsert({ erpNumber: 'A-17', name: 'Acme' }, { by: 'erpNumber' });
   * ```
   * @throws InvalidWriteException for values that cannot be written or have no external id; nothing was sent.
   * @throws AmbiguousExternalIdException when several records have the external id.
   * @throws RecordValidationException and its subclasses, DuplicateRecordException, when the org refuses the one record.
   * @throws PartialWriteException when not all of many were written; it tells which were, with their ids.
   */
  async upsert(values: readonly InsertValues<E>[], options: UpsertOptions<E>): Promise<UpsertOutcome[]>;
  async upsert(values: InsertValues<E>, options: UpsertOptions<E>): Promise<UpsertOutcome>;
  async upsert(
    values: InsertValues<E> | readonly InsertValues<E>[],
    options: UpsertOptions<E>,
  ): Promise<UpsertOutcome | UpsertOutcome[]> {
    if (isArray<readonly InsertValues<E>[]>(values)) {
      return [...(await this.#writer.upsertAll(values, options.by, options))];
    }
    return this.#writer.upsert(values, options.by, options);
  }

  /**
   * Deletes one record by id; or many; or all records that match criteria, which are looked up first. Deleted records stay in
   * the recycle bin for a while.
   *
   * @returns for criteria, how many records were deleted
   * @example
   * ```ts
   * await accounts.delete(acme.id);
   * const gone = await contacts.delete({ email: { endsWith: '@example.com' } });
   * ```
   * @throws InvalidWriteException for a text that cannot be an id, and for empty criteria; nothing was sent.
   * @throws InvalidQueryException for criteria that make no query.
   * @throws RecordNotFoundException when there is no record with that id.
   * @throws PartialWriteException when not all of many were deleted; it tells which were.
   */
  async delete(id: string, options?: WriteOptions): Promise<void>;
  async delete(ids: readonly string[], options?: WriteManyOptions): Promise<void>;
  async delete(criteria: Where<E>, options?: WriteManyOptions): Promise<number>;
  async delete(
    target: string | readonly string[] | Where<E>,
    options?: WriteManyOptions,
  ): Promise<void | number> {
    if (typeof target === 'string') return this.#writer.delete(this.#idToWrite(target), options);
    if (isArray<readonly string[]>(target)) {
      const ids = target.map((id) => this.#idToWrite(id));
      return this.#writer.deleteAll(ids, options);
    }
    const ids = await this.#idsOf(this.#planToWrite(target), options);
    await this.#writer.deleteAll(ids, options);
    return ids.length;
  }

  /**
   * The record as it is now in the org: after an insert, what the org has added. The object given stays as it is.
   *
   * @example
   * ```ts
   * const invoice = await invoices.reload(await invoices.insert({ amount: 100 }), { select: { number: true } });
   * ```
   * @throws RecordNotFoundException when there is no such record any more.
   * @throws InvalidQueryException for an object without a valid id; nothing was sent.
   */
  async reload<const S extends Select<E> | undefined = undefined>(
    entity: Pick<E, keyof E & ('id' | 'Id')>,
    options: FindByIdOptions<E, S> = {},
  ): Promise<Selected<E, S>> {
    const id = this.#idToRead(this.#idOf(entity));
    const record = await this.findById<S>(id, options);
    if (record) return record;
    throw this.#notFound(`has the id ${id}`);
  }

  /**
   * What the org says of the object now, as the connected user sees it: labels, permissions, and the fields by property. Asked
   * again, the org only has to say that nothing has changed.
   *
   * @example
   * ```ts
   * const { labelPlural, fields } = await accounts.describe();
   * const title = fields.industry?.label;
   * ```
   */
  async describe(): Promise<EntityDescription<E>> {
    return (await this.#describer.describe()) as EntityDescription<E>;
  }

  /**
   * The values of a picklist or multi-picklist as the org has them now, with what users see and, of a dependent one, which
   * values of the controlling field each goes with; for a record type, those of it alone.
   *
   * @example
   * ```ts
   * const { choices } = await accounts.picklist('industry');
   * const partners = await accounts.picklist('industry', { recordType: 'Partner' });
   * ```
   * @throws InvalidQueryException for a property that is not mapped, and a record type that the object has not.
   * @throws SchemaMismatchException when the field is not in the org, or is no picklist there.
   */
  async picklist<P extends PicklistProperty<E>>(
    property: P,
    options: PicklistOptions = {},
  ): Promise<Picklist<PicklistPropertyValue<E[P]>>> {
    const picklist: Picklist = await this.#describer.picklist(property, options);
    return picklist as Picklist<PicklistPropertyValue<E[P]>>;
  }

  /**
   * The record types of the object, with the one that every object has; `available` are those the connected user may choose.
   *
   * @example
   * ```ts
   * const types = await accounts.recordTypes();
   * const chosen = types.find(({ isDefault }) => isDefault);
   * ```
   */
  async recordTypes(): Promise<readonly RecordTypeDefinition[]> {
    return this.#describer.recordTypes();
  }

  get #context(): RepositoryContext {
    const context = this[REPOSITORY_CONTEXT];
    if (context) return context;
    throw new SalesforceConfigurationException(
      `${this.constructor.name} does not know its connection yet. Inject it (a custom one is declared with ` +
        '@CustomRepository(Entity)), and use it after its construction, not within its constructor.',
    );
  }

  get #describer(): EntityDescriber {
    return new EntityDescriber(this.connection, this.metadata);
  }

  get #executor(): QueryExecutor {
    return new QueryExecutor(this.connection);
  }

  get #writer(): RecordWriter {
    return new RecordWriter(this.connection, this.metadata);
  }

  get #idOnly(): Select<E> {
    return { [this.metadata.id.property]: true } as Select<E>;
  }

  #plan(options: Omit<FindOptions<E>, 'select'> & { readonly select?: Select<E> }): FindPlan {
    return buildFindQuery(this.metadata, options);
  }

  #idOf(entity: unknown): unknown {
    return (entity as Record<string, unknown> | null | undefined)?.[this.metadata.id.property];
  }

  #idToRead(id: unknown): string {
    return toRecordId(id, this.metadata.target.name, InvalidQueryException);
  }

  #idToWrite(id: unknown): string {
    return toRecordId(id, this.metadata.target.name, InvalidWriteException);
  }

  #identified(records: readonly UpdateRecord<E>[]) {
    const key = this.metadata.id.property;
    return records.map((record) => {
      const { [key]: id, ...changes } = (record ?? {}) as Record<string, unknown>;
      return { id: this.#idToWrite(id), changes };
    });
  }

  /** The find of the records to write by criteria, which must name a condition. */
  #planToWrite(criteria: Where<E>): FindPlan {
    const { name } = this.metadata.target;
    if (criteria instanceof this.metadata.target) {
      throw new InvalidWriteException(`An instance of ${name} is no criteria: pass its id.`);
    }
    const plan = this.#plan({ where: criteria, select: this.#idOnly });
    if (!plan.query.where && !plan.empty) {
      throw new InvalidWriteException(
        `Criteria that name no condition would write every ${name}: pass the ids of all records if that is meant.`,
      );
    }
    return plan;
  }

  async #idsOf(plan: FindPlan, { signal }: WriteOptions = {}): Promise<string[]> {
    const records = await this.#executor.all(plan, { signal });
    return records.map((record) => this.#idOf(record) as string);
  }

  #inserted(values: object, id: string | undefined): object {
    const entity: object = Object.create(this.metadata.target.prototype as object);
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.assign(entity, Object.fromEntries(given), { [this.metadata.id.property]: id });
  }

  #notFound(what: string): RecordNotFoundException {
    return new RecordNotFoundException(`No ${this.metadata.target.name} ${what}.`, {
      connection: this.connection.name,
    });
  }
}

/** What of the options of a find says how it is run, and not what it finds. */
function runOptions({
  allRows,
  batchSize,
  signal,
  onProgress,
  cache,
}: StreamOptions & CacheOptions): StreamOptions & CacheOptions {
  return { allRows, batchSize, signal, onProgress, cache };
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray<Many extends readonly unknown[]>(value: unknown): value is Many {
  return Array.isArray(value);
}
