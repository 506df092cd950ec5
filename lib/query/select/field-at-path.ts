import type { EntityMetadata, FieldMetadata } from '../../metadata/entity-metadata.interface.js';

/** What the API names of a path stand for. */
export interface ResolvedPath {
  /** The entities on the way, the one the path starts from first. */
  readonly entities: readonly EntityMetadata[];
  readonly field: FieldMetadata;
}

/** The field that a path of API names leads to; undefined where the entities do not map it all the way. */
export function fieldAtPath(entity: EntityMetadata, path: readonly string[]): ResolvedPath | undefined {
  const entities = [entity];
  let at = entity;
  for (const step of path.slice(0, -1)) {
    const parent = Array.from(at.parents.values()).find((one) => isSameName(one.relationshipName, step));
    if (!parent || parent.alternatives()) return undefined;
    at = parent.target();
    entities.push(at);
  }
  const field = Array.from(at.fields.values()).find((one) => isSameName(one.apiName, path.at(-1)));
  return field && { entities, field };
}

function isSameName(name: string, other: string | undefined): boolean {
  return name.toLowerCase() === other?.toLowerCase();
}
