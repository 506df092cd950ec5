import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import type { PollPolicy } from '../../lib/bulk/bulk-options.interface.js';
import type { RetryPolicy } from '../../lib/common/retry.js';

/** An embedded org whose bulk jobs are done whenever a client waits for them, and a connection to it. */
export class HeldBulkOrg {
  readonly waits: number[] = [];
  readonly connection: SalesforceConnection;

  private constructor(readonly org: EmbeddedOrg) {
    this.connection = new SalesforceConnection('default', { embedded: org });
  }

  static async open(options: EmbeddedOrgOptions = {}): Promise<HeldBulkOrg> {
    return new HeldBulkOrg(await EmbeddedOrg.create({ bulkJobs: 'hold', ...options }));
  }

  /** A wait is over at once, and the jobs are done by then, unless told otherwise. */
  polling(during: () => void = () => this.org.runBulkJobs()): PollPolicy {
    const pause = async (milliseconds: number): Promise<void> => {
      this.waits.push(milliseconds);
      during();
    };
    return { first: 100, longest: 300, pause };
  }

  get retries(): RetryPolicy {
    return { delays: [1, 2], pause: async () => undefined };
  }

  /** The calls of jobs, such as `POST /jobs/query 200`; ids and locators are left out. */
  get jobCalls(): string[] {
    return this.org.requests.lines
      .filter((line) => line.includes('/jobs/'))
      .map((line) => line.replace(/750\w{15}/, '…').replace(/locator=[^ &]+/, 'locator=…'));
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.org.close();
  }
}
