import { pause, retry, type RetryPolicy } from '../common/retry.js';
import { BulkJobException } from '../exceptions/bulk-job.exception.js';
import { isLostAnswer } from '../exceptions/lost-answer.js';
import type { BulkJobInfo } from './bulk-job-info.interface.js';
import type { BulkConnection, BulkOptions, PollPolicy } from './bulk-options.interface.js';

const POLLING: PollPolicy = { first: 500, longest: 10_000, pause };
const RETRIES: RetryPolicy = { delays: [250, 1_000, 4_000], pause };
const GROWTH = 1.5;

/** What jobs of both kinds have in common: they are looked at until they have ended, and given up. */
export class BulkJob {
  protected readonly connection: BulkConnection;
  protected readonly path: string;
  protected readonly options: BulkOptions;

  protected constructor(
    connection: BulkConnection,
    kind: 'ingest' | 'query',
    readonly id: string,
    options: BulkOptions,
  ) {
    this.connection = connection;
    this.path = `jobs/${kind}/${encodeURIComponent(id)}`;
    this.options = options;
  }

  async info(): Promise<BulkJobInfo> {
    const { signal } = this.options;
    const look = (): Promise<BulkJobInfo> => this.connection.resource({ path: this.path, signal });
    return retry(look, isLostAnswer, this.retries, signal);
  }

  /**
   * Waits until the job has ended. The job goes on when the wait is given up.
   *
   * @throws BulkJobException when it failed or was aborted
   */
  async finished(): Promise<BulkJobInfo> {
    const { polling = POLLING, onProgress, signal } = this.options;
    for (let wait = polling.first; ; wait = Math.min(wait * GROWTH, polling.longest)) {
      await polling.pause(wait, signal);
      const info = await this.info();
      onProgress?.(info);
      if (info.state === 'JobComplete') return info;
      if (info.state === 'Failed' || info.state === 'Aborted') throw this.#failure(info);
    }
  }

  /** Stops the work on it. What has been done of it stays done. */
  async abort(): Promise<void> {
    await this.connection.resource({ method: 'PATCH', path: this.path, body: { state: 'Aborted' } });
  }

  /** Removes a job that has ended, and its results. */
  async delete(): Promise<void> {
    await this.connection.resource({ method: 'DELETE', path: this.path });
  }

  /**
   * Leaves nothing of a job that nobody wants any more, wherever it stands. Whatever the org says to that must not hide why the
   * job was given up: it removes old jobs by itself.
   */
  async discard(): Promise<void> {
    await this.abort().catch(() => undefined);
    await this.delete().catch(() => undefined);
  }

  protected get retries(): RetryPolicy {
    return this.options.retries ?? RETRIES;
  }

  #failure({ id, object, operation, state, errorMessage }: BulkJobInfo): BulkJobException {
    const reason = errorMessage === undefined || errorMessage === '' ? '' : `: ${errorMessage}`;
    const end = state === 'Aborted' ? 'was aborted' : 'failed';
    return new BulkJobException(
      `The bulk job ${id} (${operation} of ${object}) ${end}${reason}`,
      { id, state },
      { connection: this.connection.name },
    );
  }
}
