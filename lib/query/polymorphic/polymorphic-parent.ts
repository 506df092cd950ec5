import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata, ParentMetadata } from '../../metadata/entity-metadata.interface.js';
import { targetsOf } from '../../metadata/parent-targets.js';

/** Whether other properties of the entity hold parents of other kinds, which the same foreign key may point to. */
export function sharesForeignKey(entity: EntityMetadata, parent: ParentMetadata): boolean {
  for (const other of entity.parents.values()) {
    if (other === parent || other.foreignKey !== parent.foreignKey) continue;
    const { apiName } = parent.target();
    if (targetsOf(other).some((target) => target.apiName !== apiName)) return true;
  }
  return false;
}

/** The object that a condition on the type of a polymorphic parent names. @throws InvalidQueryException for any other. */
export function objectNameOf(parent: ParentMetadata, name: unknown, path: string): string {
  const alternatives = parent.alternatives() ?? new Map<string, EntityMetadata>();
  const entity = typeof name === 'string' ? alternatives.get(name) : undefined;
  if (entity) return entity.apiName;
  throw new InvalidQueryException(`${path} is one of ${[...alternatives.keys()].join(', ')}.`);
}
