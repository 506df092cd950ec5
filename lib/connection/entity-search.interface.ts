import type { EntityMetadataStorage } from '../metadata/entity-metadata.storage.js';
import type { BinarySource } from '../protocol/binary.js';
import type { WireRecord } from '../protocol/query-response.interface.js';

/** A search as one connection runs it. */
export interface CompiledSearch<R> {
  /** `undefined` when nothing can be found, whatever the org holds: nothing is asked then. */
  readonly sosl: string | undefined;
  /** Makes the result of the records that came. @param source where they came from */
  read(records: readonly WireRecord[], source: BinarySource): R;
}

/**
 * A search for entities. What they are called in an org is known to its connection alone, so it is compiled there.
 *
 * @publicApi
 */
export interface EntitySearch<R> {
  /** The search in the names of an org. */
  compile(entities: EntityMetadataStorage): CompiledSearch<R>;
}
