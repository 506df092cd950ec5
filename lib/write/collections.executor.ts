import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import { PartialWriteException, type RecordOutcome } from '../exceptions/partial-write.exception.js';
import { RecordNotSentException } from '../exceptions/record-not-sent.exception.js';
import { exceptionFromSaveErrors } from '../exceptions/salesforce-exception.converter.js';
import { SalesforceException } from '../exceptions/salesforce.exception.js';
import type { RecordBody } from '../hydration/record-serializer.js';
import type { SaveResult } from '../protocol/save-result.interface.js';
import type { WriteManyOptions } from './write-options.interface.js';

/** What one call of the collections resource takes. */
const RECORDS_PER_CALL = 200;

const RESOURCE = 'composite/sobjects';

/** Code of a record that another one took along, all or none being asked for. */
const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

/** A record that exists, and what to write to it. */
export interface IdentifiedBody {
  readonly id: string;
  readonly body: RecordBody;
}

/** One record of a write: what is to be written, its place in the input, and its id where that is known. */
interface Entry<T> {
  readonly item: T;
  readonly index: number;
  readonly id: string | undefined;
}

/** One write of many: what its messages say of it, and how one call of it is made. */
interface Write<T> {
  readonly sobject: string;
  /** Past participle for messages. */
  readonly done: string;
  readonly items: readonly T[];
  /** Whether there is nothing to write of an item: it is not sent, and counts as written. */
  isVoid?(item: T): boolean;
  idOf?(item: T): string;
  send(batch: readonly T[]): Promise<readonly SaveResult[]>;
}

/**
 * Writes many records, 200 a call, one call after the other. Outcomes come in the order of the input.
 *
 * When the very first call fails as a whole there is nothing to account for, and its exception is thrown as it is. Anything
 * else short of all records written is a `PartialWriteException` that accounts for every one of them.
 */
export class CollectionsExecutor {
  readonly #connection: SalesforceConnection;

  constructor(connection: SalesforceConnection) {
    this.#connection = connection;
  }

  insert(sobject: string, bodies: readonly RecordBody[], options: WriteManyOptions = {}) {
    return this.#write({
      sobject,
      done: 'inserted',
      items: bodies,
      send: (batch) => this.#post('POST', RESOURCE, batch.map(withType(sobject)), options),
    });
  }

  /** Records whose body is empty are not sent: a write of nothing would still be a change to triggers and audit fields. */
  update(sobject: string, records: readonly IdentifiedBody[], options: WriteManyOptions = {}) {
    const typed = withType(sobject);
    return this.#write({
      sobject,
      done: 'updated',
      items: records,
      isVoid: ({ body }) => Object.keys(body).length === 0,
      idOf: ({ id }) => id,
      send: (batch) => {
        const sent = batch.map(({ id, body }) => ({ ...typed(body), id }));
        return this.#post('PATCH', RESOURCE, sent, options);
      },
    });
  }

  /** Each body holds the value of `externalIdField`. */
  upsert(
    sobject: string,
    externalIdField: string,
    bodies: readonly RecordBody[],
    options: WriteManyOptions = {},
  ) {
    const path = `${RESOURCE}/${encodeURIComponent(sobject)}/${encodeURIComponent(externalIdField)}`;
    return this.#write({
      sobject,
      done: 'upserted',
      items: bodies,
      send: (batch) => this.#post('PATCH', path, batch.map(withType(sobject)), options),
    });
  }

  delete(sobject: string, ids: readonly string[], options: WriteManyOptions = {}) {
    return this.#write({
      sobject,
      done: 'deleted',
      items: ids,
      idOf: (id) => id,
      send: (batch) =>
        this.#connection.resource<readonly SaveResult[]>({
          path: RESOURCE,
          method: 'DELETE',
          query: { ids: batch.join(','), allOrNone: String(options.allOrNone ?? false) },
          signal: options.signal,
        }),
    });
  }

  #post(method: 'POST' | 'PATCH', path: string, records: readonly RecordBody[], options: WriteManyOptions) {
    return this.#connection.resource<readonly SaveResult[]>({
      path,
      method,
      body: { allOrNone: options.allOrNone ?? false, records },
      signal: options.signal,
    });
  }

  async #write<T>(write: Write<T>): Promise<readonly RecordOutcome[]> {
    const entries = write.items.map((item, index): Entry<T> => ({ item, index, id: write.idOf?.(item) }));
    const pending = entries.filter(({ item }) => !write.isVoid?.(item));
    const outcomes: RecordOutcome[] = entries.map(({ index, id }) => ({ index, id, success: true }));
    for (let start = 0; start < pending.length; start += RECORDS_PER_CALL) {
      const batch = pending.slice(start, start + RECORDS_PER_CALL);
      try {
        const results = await write.send(batch.map(({ item }) => item));
        for (const outcome of this.#outcomes(write, batch, results)) outcomes[outcome.index] = outcome;
      } catch (error) {
        if (start === 0) throw error;
        for (const outcome of this.#abandoned(pending.slice(start), error)) outcomes[outcome.index] = outcome;
        break;
      }
    }
    return this.#complete(write, outcomes);
  }

  #outcomes<T>(
    { sobject, done }: Write<T>,
    batch: readonly Entry<T>[],
    results: readonly SaveResult[],
  ): RecordOutcome[] {
    if (!Array.isArray(results) || results.length !== batch.length) {
      throw new InvalidResponseException(
        `${batch.length} ${sobject} records were sent to be ${done}, and the answer does not hold a result for each of them.`,
        { connection: this.#connection.name },
      );
    }
    return batch.map(({ index, id: known }, position) => {
      const { success, created, errors, id } = results[position] as SaveResult;
      if (success) return { index, id: id ?? known, success, created };
      // The id in the result of a creation that was rolled back belongs to no record.
      const exception = exceptionFromSaveErrors(errors ?? [], { connection: this.#connection.name });
      return { index, id: known, success, exception };
    });
  }

  /** The outcomes from a call that failed as a whole on: its own records, and those that were never sent. */
  #abandoned<T>(entries: readonly Entry<T>[], error: unknown): RecordOutcome[] {
    const connection = this.#connection.name;
    const failure =
      error instanceof SalesforceException
        ? error
        : new SalesforceException(`The call failed: ${String(error)}`, { cause: error, connection });
    const notSent = new RecordNotSentException(
      `Not sent, since an earlier call of the same write failed: ${failure.message}`,
      { cause: failure, connection },
    );
    return entries.map(({ index, id }, position) => ({
      index,
      id,
      success: false,
      exception: position < RECORDS_PER_CALL ? failure : notSent,
    }));
  }

  #complete<T>(write: Write<T>, outcomes: readonly RecordOutcome[]): readonly RecordOutcome[] {
    const failures = outcomes.filter(({ success }) => !success);
    // What was rolled back for the sake of another record says nothing of the reason.
    const first = failures.find(({ exception }) => exception?.errorCode !== ROLLED_BACK) ?? failures[0];
    if (!first) return outcomes;
    throw new PartialWriteException(
      `${failures.length} of ${outcomes.length} ${write.sobject} records were not ${write.done}. The first is record ${first.index}: ${first.exception?.message}`,
      outcomes,
      {
        errorCode: first.exception?.errorCode,
        fields: first.exception?.fields,
        errors: first.exception?.errors,
        connection: this.#connection.name,
        cause: first.exception,
      },
    );
  }
}

function withType(sobject: string): (body: RecordBody) => RecordBody {
  const attributes = { type: sobject };
  return (body) => ({ attributes, ...body });
}
