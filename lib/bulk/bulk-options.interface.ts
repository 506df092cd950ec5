import type { RetryPolicy } from '../common/retry.js';
import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import type { BulkJobInfo } from './bulk-job-info.interface.js';

/** What the clients of the Bulk API 2.0 need of a connection. */
export type BulkConnection = Pick<SalesforceConnection, 'name' | 'resource' | 'open'>;

/** How often a job is looked at until it has ended. */
export interface PollPolicy {
  /** Milliseconds before the first look; each further pause is half as long again. */
  readonly first: number;
  /** Milliseconds of the longest pause. */
  readonly longest: number;
  /** Waits; rejects with the signal's reason when that ends the wait. */
  readonly pause: RetryPolicy['pause'];
}

export interface BulkOptions {
  /** @default a look after half a second, then ever more seldom, every 10 seconds at last */
  readonly polling?: PollPolicy;
  /** How what was lost on its way is asked for again. @default 3 times within 5.25 seconds */
  readonly retries?: RetryPolicy;
  /** Told of every look at the job. */
  readonly onProgress?: (info: BulkJobInfo) => void;
  readonly signal?: AbortSignal;
}
