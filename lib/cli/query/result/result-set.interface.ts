import type { WireRecord } from '../../../protocol/query-response.interface.js';

/** What stands in one column of the tables made of records. */
export interface ResultColumn {
  /** Such as `Owner.Name`. */
  readonly title: string;
  value(record: WireRecord): unknown;
}

/** Records to be written, of which there may be more than there is room for. */
export interface ResultSet {
  /** The object, where the records of several ones are written one after the other. */
  readonly title?: string;
  readonly columns: readonly ResultColumn[];
  /** Can be read once. */
  readonly pages: AsyncIterable<readonly WireRecord[]>;
}
