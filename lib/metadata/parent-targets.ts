import type { EntityMetadata, ParentMetadata } from './entity-metadata.interface.js';

/** Every entity a parent can be of: one, unless the lookup is polymorphic. */
export function targetsOf(parent: ParentMetadata): readonly EntityMetadata[] {
  return [...(parent.alternatives()?.values() ?? [parent.target()])];
}
