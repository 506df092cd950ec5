import { declareProperty, type EntityThunk } from '../entity-declaration.js';
import type { ParentOptions } from './parent-options.interface.js';
import type { ForeignKeyHolder, RelationProperty } from './relation-property.type.js';

/**
 * Maps a property to the parent that a lookup field points to. The foreign key is a field of its own, and gives the
 * relationship its name. Type the property as `Related<…>`, so that entities may import each other in a circle.
 *
 * Several lookups over one foreign key make a polymorphic one: each property names one of the objects it may point to, is
 * `null` where the record is of another one, and as a condition finds records of its object alone.
 *
 * @example
 * ```ts
 * @Field() ownerId!: string;
 * @Lookup(() => User, 'ownerId') owner?: Related<User> | null;
 * ```
 * @publicApi
 */
export function Lookup<Target extends object, ForeignKey extends string>(
  target: EntityThunk<Target>,
  foreignKey: ForeignKey,
  options: ParentOptions = {},
) {
  return <Entity extends ForeignKeyHolder<ForeignKey>, Property extends string>(
    entity: Entity,
    property: RelationProperty<Entity, Property, Target, 'the property of a lookup is typed as its target'>,
    descriptor?: undefined,
  ): void => declareProperty(entity, property, descriptor, { kind: 'lookup', target, foreignKey, options });
}
