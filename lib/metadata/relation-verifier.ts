import type { EntityMetadata } from './entity-metadata.interface.js';
import { invalidEntity } from './invalid-entity.js';
import { targetsOf } from './parent-targets.js';

/**
 * Resolves the relations of an entity, each of which refuses what is wrong with it.
 *
 * @returns the entities they lead to
 */
export function verifyRelations(entity: EntityMetadata): EntityMetadata[] {
  const related = [...entity.parents.values()].flatMap(targetsOf);
  const propertyByName = new Map<string, string>();
  for (const children of entity.children.values()) {
    children.inverse();
    const name = children.relationshipName.toLowerCase();
    const other = propertyByName.get(name);
    if (other !== undefined) {
      throw invalidEntity(
        entity.target,
        children.property,
        `the relationship ${children.relationshipName} is that of '${other}' already. ` +
          'Remove one of the two, or correct the option relationshipName.',
      );
    }
    propertyByName.set(name, children.property);
    related.push(children.target());
  }
  return related;
}
