import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import { serializeRecord, type RecordBody, type WriteOperation } from '../hydration/record-serializer.js';
import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { CollectionsExecutor } from './collections.executor.js';
import { withInlineContent } from './inline-content.js';
import { assertWritable } from './object-capabilities.js';
import { SingleRecordExecutor, type UpsertOutcome } from './single-record.executor.js';
import type { WriteManyOptions, WriteOptions } from './write-options.interface.js';

/** Values by property, for a record that exists. */
export interface RecordChanges {
  readonly id: string;
  readonly changes: object;
}

/**
 * Writes the records of one entity: checks and serialises all of them before the first call, then hands them to the executor
 * for one or for many. Ids are the caller's to check.
 */
export class RecordWriter {
  readonly #metadata: EntityMetadata;
  #hasContent: boolean | undefined;
  readonly #single: SingleRecordExecutor;
  readonly #collections: CollectionsExecutor;

  constructor(connection: SalesforceConnection, metadata: EntityMetadata) {
    this.#metadata = metadata;
    this.#single = new SingleRecordExecutor(connection);
    this.#collections = new CollectionsExecutor(connection);
  }

  async insert(values: object, options?: WriteOptions): Promise<string> {
    assertWritable(this.#metadata, 'insert');
    return this.#single.insert(
      this.#metadata.apiName,
      serializeRecord(this.#metadata, values, 'insert'),
      options,
    );
  }

  /** @returns the ids of the new records, in the order of `values` */
  async insertAll(values: readonly object[], options?: WriteManyOptions): Promise<readonly string[]> {
    assertWritable(this.#metadata, 'insert');
    const bodies = values.map((one, index) => this.#bodyOf(one, 'insert', this.#nameOf(index)));
    const outcomes = await this.#collections.insert(this.#metadata.apiName, bodies, options);
    return outcomes.map(({ id }) => id as string);
  }

  async update(id: string, changes: object, options?: WriteOptions): Promise<void> {
    assertWritable(this.#metadata, 'update');
    const body = serializeRecord(this.#metadata, changes, 'update');
    if (isEmpty(body)) return;
    await this.#single.update(this.#metadata.apiName, id, body, options);
  }

  /** Records whose changes change nothing are not sent. */
  async updateAll(records: readonly RecordChanges[], options?: WriteManyOptions): Promise<void> {
    assertWritable(this.#metadata, 'update');
    const bodies = records.map(({ id, changes }, index) => ({
      id,
      body: this.#bodyOf(changes, 'update', this.#nameOf(index)),
    }));
    await this.#collections.update(this.#metadata.apiName, bodies, options);
  }

  /**
   * Writes the same changes to every record that `findIds` finds, once the changes are known to be fit to be sent.
   *
   * @returns how many records that were
   */
  async updateMatching(
    findIds: () => Promise<readonly string[]>,
    changes: object,
    options?: WriteManyOptions,
  ): Promise<number> {
    assertWritable(this.#metadata, 'update');
    const body = this.#bodyOf(changes, 'update');
    if (isEmpty(body)) return 0;
    const records = (await findIds()).map((id) => ({ id, body }));
    await this.#collections.update(this.#metadata.apiName, records, options);
    return records.length;
  }

  async upsert(values: object, by: string, options?: WriteOptions): Promise<UpsertOutcome> {
    assertWritable(this.#metadata, 'upsert');
    const field = this.#upsertKey(by);
    const { [field.apiName]: key, ...body } = this.#upsertBody(values, field, this.#metadata.target.name);
    const value = String(key);
    if (value === '.' || value === '..') {
      throw new InvalidWriteException(
        `${this.#metadata.target.name}.${by} is '${value}', which cannot be part of a URL: upsert an array with this record instead.`,
        { fields: [field.apiName] },
      );
    }
    return this.#single.upsert(this.#metadata.apiName, field.apiName, value, body, options);
  }

  /** @returns what became of each record, in the order of `values` */
  async upsertAll(
    values: readonly object[],
    by: string,
    options?: WriteManyOptions,
  ): Promise<readonly UpsertOutcome[]> {
    assertWritable(this.#metadata, 'upsert');
    const field = this.#upsertKey(by);
    const bodies = values.map((one, index) => this.#upsertBody(one, field, this.#nameOf(index)));
    const { apiName } = this.#metadata;
    const outcomes = await this.#collections.upsert(apiName, field.apiName, bodies, options);
    return outcomes.map(({ id, created }) => ({ id: id as string, created: created ?? false }));
  }

  async delete(id: string, options?: WriteOptions): Promise<void> {
    assertWritable(this.#metadata, 'delete');
    await this.#single.delete(this.#metadata.apiName, id, options);
  }

  async deleteAll(ids: readonly string[], options?: WriteManyOptions): Promise<void> {
    assertWritable(this.#metadata, 'delete');
    await this.#collections.delete(this.#metadata.apiName, ids, options);
  }

  #upsertKey(by: string): FieldMetadata {
    const field = this.#metadata.fields.get(by);
    if (field && field !== this.#metadata.id) return field;
    const { name } = this.#metadata.target;
    throw new InvalidWriteException(
      field
        ? `${name}.${by} cannot be the key of an upsert: it is the id. Use update() for records whose id is known.`
        : `${name}.${by} cannot be the key of an upsert: it is no mapped field. Name the property of an external id.`,
    );
  }

  #upsertBody(values: object, key: FieldMetadata, name: string): RecordBody {
    const body = this.#bodyOf(values, 'upsert', name);
    const value = body[key.apiName];
    if (value !== undefined && value !== null && value !== '') return body;
    throw new InvalidWriteException(
      `${name}.${key.property} is the key of the upsert and has no value: give it one, or insert the record.`,
      { fields: [key.apiName] },
    );
  }

  /** What goes together with others, or by a key, has its content within it. */
  #bodyOf(values: object, operation: WriteOperation, name = this.#metadata.target.name): RecordBody {
    const body = serializeRecord(this.#metadata, values, operation, name);
    this.#hasContent ??= [...this.#metadata.fields.values()].some(({ type }) => type === 'base64');
    return this.#hasContent ? withInlineContent(body, name) : body;
  }

  #nameOf(index: number): string {
    return `${this.#metadata.target.name}[${index}]`;
  }
}

function isEmpty(body: RecordBody): boolean {
  return Object.keys(body).length === 0;
}
