import type { DescribeSObjectResult } from '../../protocol/describe.interface.js';

/** What the first line of a snapshot file is known by. */
export const SNAPSHOT_FORMAT = 'nestjs-salesforce/snapshot';

/** Goes up when files of an older version cannot be read as they are. */
export const SNAPSHOT_VERSION = 1;

/** The org that a snapshot was taken of. */
export interface SnapshotOrganization {
  readonly id?: string;
  readonly name?: string;
  readonly instanceUrl?: string;
}

/** What a snapshot says of itself. */
export interface SnapshotHeader {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly version: number;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
  /** The API version its describes are of, such as `67.0`. */
  readonly apiVersion: string;
  readonly organization?: SnapshotOrganization;
}

/** Records of one object: the fields once, and the values of each record in their order, as the REST API writes them. */
export interface SnapshotRecords {
  readonly sobject: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The last line: what the file holds, so that one which was cut off is known. */
export interface SnapshotEnd {
  readonly objects: number;
  readonly records: number;
}

/**
 * A line of a snapshot behind the first.
 *
 * The file is JSON lines in UTF-8, compressed as one gzip stream: a {@link SnapshotHeader}, then an object or a batch of
 * records a line, in any order, and `end`. A reader passes over members it does not know; what changes their meaning
 * raises the version.
 */
export type SnapshotLine =
  | { readonly describe: DescribeSObjectResult }
  | { readonly records: SnapshotRecords }
  | { readonly end: SnapshotEnd };

/** All that a snapshot holds. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly describes: readonly DescribeSObjectResult[];
  readonly records: readonly SnapshotRecords[];
}
