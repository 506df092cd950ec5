import type { DescribeReader } from '../../connection/describe/describe-reader.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';

/** What a command talks to: an org, a snapshot or files of one, or an embedded org. Opening it calls nothing. */
export interface Target {
  /** For people: never a secret. */
  readonly label: string;
  /** Whether what was described is found again by the next run. */
  readonly keeps: boolean;
  /** The objects of the org, read from the file itself where the target is one. */
  readonly schema: DescribeSource;
  /** A connection to the org; a snapshot or files are made an embedded org. The same one each time. */
  connect(): Promise<SalesforceConnection>;
  /** Describes as the org answers them, through the cache of the target. */
  describes(): Promise<DescribeReader>;
  close(): Promise<void>;
}

/** The options of the command line that say what to talk to. */
export interface TargetOptions {
  readonly org?: string;
  readonly loginUrl?: string;
  readonly username?: string;
  readonly clientId?: string;
  readonly apiVersion?: string;
  /** Path of the config file. */
  readonly config?: string;
  /** Folder of the describe cache; false for none. */
  readonly cache?: string | boolean;
}
