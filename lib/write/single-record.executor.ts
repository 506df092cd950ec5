import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { RecordBody } from '../hydration/record-serializer.js';
import type { SaveResult } from '../protocol/save-result.interface.js';
import { recordRequest } from './record-request.js';
import type { WriteOptions } from './write-options.interface.js';

/**
 * What an upsert did to one record.
 *
 * @publicApi
 */
export interface UpsertOutcome {
  readonly id: string;
  /** Whether the record is new. */
  readonly created: boolean;
}

/** Writes one record a call, through the record resources. A refusal is the record's own exception. */
export class SingleRecordExecutor {
  readonly #connection: SalesforceConnection;

  constructor(connection: SalesforceConnection) {
    this.#connection = connection;
  }

  /** @returns the id of the new record */
  async insert(sobject: string, body: RecordBody, options?: WriteOptions): Promise<string> {
    const path = pathOf(sobject);
    const result = await this.#connection.resource<Partial<SaveResult> | undefined>({
      path,
      method: 'POST',
      ...recordRequest(body, sobject),
      signal: options?.signal,
    });
    return this.#idIn(result, path);
  }

  async update(sobject: string, id: string, body: RecordBody, options?: WriteOptions): Promise<void> {
    await this.#connection.resource({
      path: pathOf(sobject, id),
      method: 'PATCH',
      ...recordRequest(body, sobject),
      signal: options?.signal,
    });
  }

  /** Writes the record whose `externalIdField` has `value`, or a new one; the body does not repeat that field. */
  async upsert(
    sobject: string,
    externalIdField: string,
    value: string,
    body: RecordBody,
    options?: WriteOptions,
  ): Promise<UpsertOutcome> {
    const path = pathOf(sobject, externalIdField, value);
    const signal = options?.signal;
    const result = await this.#connection.resource<Partial<SaveResult> | undefined>({
      path,
      method: 'PATCH',
      body,
      signal,
    });
    // Up to version 45.0 an update has no body, and only a creation has one, which does not say `created`.
    if (result !== undefined) return { id: this.#idIn(result, path), created: result.created ?? true };
    const record = await this.#connection.resource<{ Id?: string }>({
      path,
      query: { fields: 'Id' },
      signal,
    });
    return { id: this.#idIn({ id: record.Id }, path), created: false };
  }

  async delete(sobject: string, id: string, options?: WriteOptions): Promise<void> {
    await this.#connection.resource({
      path: pathOf(sobject, id),
      method: 'DELETE',
      signal: options?.signal,
    });
  }

  #idIn(result: Partial<SaveResult> | undefined, path: string): string {
    if (typeof result?.id === 'string') return result.id;
    throw new InvalidResponseException(`The answer to the write of ${path} holds no id of the record.`, {
      connection: this.#connection.name,
    });
  }
}

function pathOf(...segments: readonly string[]): string {
  return ['sobjects', ...segments.map((segment) => encodeURIComponent(segment))].join('/');
}
