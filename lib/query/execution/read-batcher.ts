import { ConcurrencyGate } from '../../common/concurrency-gate.js';
import { untilAborted } from '../../common/until-aborted.js';
import type { QueryOptions } from '../../connection/resource-request.interface.js';
import { printSoql } from '../../soql/soql-printer.js';
import {
  SalesforceException,
  type SalesforceExceptionContext,
} from '../../exceptions/salesforce.exception.js';
import type { FindPlan } from '../find/find-query.builder.js';
import { JointRead } from './joint-read.js';
import type { RecordSource } from './record-pages.js';

/** Queries of one tick that run at a time; the platform counts long-running ones against a limit of the whole org. */
const READS_AT_A_TIME = 5;

/**
 * Joins the reads by id that are made in one tick and select the same: a thousand of them are one call. Each reader has its
 * own instances, each is told when the call fails, and one who gives up leaves the others alone.
 */
export class ReadBatcher {
  readonly #connection: RecordSource;
  readonly #gate = new ConcurrencyGate(READS_AT_A_TIME);
  /** Reads of this tick by what they select; the last one of a list is the one to be joined. */
  readonly #reads = new Map<string, JointRead[]>();

  constructor(connection: RecordSource) {
    this.#connection = connection;
  }

  /**
   * The records with those ids, of 18 characters, in their order; `null` where there is none. An id named twice gives the same
   * instance twice.
   *
   * @param plan what is read; it has no condition of its own
   */
  async read<T>(
    plan: FindPlan,
    ids: readonly string[],
    { signal, ...options }: QueryOptions = {},
  ): Promise<(T | null)[]> {
    signal?.throwIfAborted();
    const places = this.#join(plan, new Set(ids), options);
    const reads = new Set(places.values());
    for (const read of reads) read.enter();
    try {
      await untilAborted(Promise.all(Array.from(reads, ({ done }) => done)), signal);
      const found = new Map(
        Array.from(places, ([id, read]) => [id, read.give(id, plan.shape, this.#connection)]),
      );
      return ids.map((id) => found.get(id) as T | null);
    } catch (error) {
      throw ownException(error);
    } finally {
      for (const read of reads) read.leave();
    }
  }

  /** The read that brings each id. */
  #join(plan: FindPlan, ids: ReadonlySet<string>, options: QueryOptions): Map<string, JointRead> {
    const key = `${options.allRows ? 'all ' : ''}${options.batchSize ?? ''} ${printSoql(plan.query)}`;
    const begun = this.#reads.get(key) ?? this.#begin(key);
    const places = new Map<string, JointRead>();
    for (const id of ids) {
      let read = begun.find((one) => !one.abandoned && one.admit(id));
      if (!read) {
        read = new JointRead(plan, options);
        read.admit(id);
        begun.push(read);
      }
      places.set(id, read);
    }
    return places;
  }

  #begin(key: string): JointRead[] {
    const reads: JointRead[] = [];
    this.#reads.set(key, reads);
    // After every promise that is settled already has had its turn: reads behind an `await` join as well.
    queueMicrotask(() => process.nextTick(() => this.#run(key, reads)));
    return reads;
  }

  #run(key: string, reads: readonly JointRead[]): void {
    this.#reads.delete(key);
    for (const read of reads) void this.#gate.run(() => read.run(this.#connection)).catch(() => undefined);
  }
}

type ExceptionClass = new (message: string, context: SalesforceExceptionContext) => SalesforceException;

/** The exception of a joint call for one of its readers, whom the stack leads to; no two readers share one. */
function ownException(error: unknown): unknown {
  if (!(error instanceof SalesforceException)) return error;
  const { errorCode, fields, errors, status, connection, cause } = error;
  const context = { errorCode, fields, errors, status, connection, cause };
  return new (error.constructor as ExceptionClass)(error.message, context);
}
