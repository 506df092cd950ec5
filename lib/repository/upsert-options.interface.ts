import type { WriteManyOptions } from '../write/write-options.interface.js';
import type { InsertValues } from './record-values.type.js';

/**
 * How records are upserted.
 *
 * @publicApi
 */
export interface UpsertOptions<E> extends WriteManyOptions {
  /** Property of the external id by which the org finds the record, or finds that it is new. */
  readonly by: keyof InsertValues<E> & string;
}
