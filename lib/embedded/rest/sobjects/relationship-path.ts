import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { ChildRelationship } from '../../catalog/child-relationship.js';
import { resourceNotFound } from '../error-answer.js';
import type { DataCall } from '../resource.interface.js';

/** The platform follows no more parents than that in one URL. */
export const MAX_HOPS = 5;

/** Where a path of relationships leads: to one record, or to the children of one. */
export type RelationshipTarget =
  | { readonly kind: 'record'; readonly object: ObjectSchema; readonly id: string }
  | { readonly kind: 'children'; readonly relationship: ChildRelationship; readonly parentId: string };

/**
 * Follows relationships from a record: parents, and children at the end.
 *
 * @throws OrgError of status 404 for a relationship that there is not, and for a parent that a record does not have.
 */
export function followRelationships(
  { org, user }: DataCall,
  start: ObjectSchema,
  id: string,
  names: readonly string[],
): RelationshipTarget {
  let [object, current] = [start, id];
  for (const [index, name] of names.entries()) {
    const { permissions } = org;
    const row = org.records.find(object, current);
    if (row?.['IsDeleted'] !== 0) throw resourceNotFound();
    const reference = permissions.seen(user, object)?.parent(name);
    const children = reference ? undefined : permissions.catalogFor(user).child(object, name);
    if (children && index === names.length - 1) {
      return { kind: 'children', relationship: children, parentId: current };
    }
    const parentId = reference && row[reference.name];
    const parent = typeof parentId === 'string' ? org.catalog.byKeyPrefix(parentId.slice(0, 3)) : undefined;
    if (!parent || !permissions.seen(user, parent)) throw resourceNotFound();
    [object, current] = [parent, String(parentId)];
  }
  return { kind: 'record', object, id: current };
}
