import { declareProperty, type EntityThunk } from '../entity-declaration.js';
import type { ChildrenOptions } from './children-options.interface.js';
import type { Instance } from './property-value.type.js';
import type { RelationProperty } from './relation-property.type.js';

/**
 * Maps a property to the records that point here: the other side of their `@Lookup` or `@MasterDetail`.
 *
 * @param inverse The property of the children's entity that holds this entity.
 * @example
 * ```ts
 * @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
 * ```
 * @publicApi
 */
export function Children<Target extends object>(
  target: EntityThunk<Target>,
  inverse: keyof Target & string,
  options: ChildrenOptions = {},
) {
  return <Entity extends Instance, Property extends string>(
    entity: Entity,
    property: RelationProperty<
      Entity,
      Property,
      Target[],
      'the property of children is typed as an array of the target'
    >,
    descriptor?: undefined,
  ): void => declareProperty(entity, property, descriptor, { kind: 'children', target, inverse, options });
}
