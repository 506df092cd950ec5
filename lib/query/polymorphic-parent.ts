import type { EntityMetadata, ParentMetadata } from '../metadata/entity-metadata.interface.js';

/** Whether the parent is one of several properties over one foreign key, each naming an object that may stand there. */
export function isPolymorphic({ parents }: EntityMetadata, parent: ParentMetadata): boolean {
  return [...parents.values()].some((other) => other !== parent && other.foreignKey === parent.foreignKey);
}
