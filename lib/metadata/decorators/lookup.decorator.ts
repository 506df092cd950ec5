import { declareProperty, type EntitiesThunk, type EntityThunk } from '../entity-declaration.js';
import type { Polymorphic } from '../related.js';
import type { ParentOptions } from './parent-options.interface.js';
import type { ForeignKeyHolder, RelationProperty } from './relation-property.type.js';

/**
 * Maps a property to the parent that a lookup field points to. The foreign key is a field of its own, and gives the
 * relationship its name. Type the property as `Related<…>`, so that entities may import each other in a circle.
 *
 * A polymorphic lookup names all the entities it may point to, in an object, and types the property as `Polymorphic<…>`.
 * Several lookups over one foreign key do as well: each property then holds the parent of its own kind, or null.
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
  options?: ParentOptions,
): LookupDecorator<Target, ForeignKey, 'the property of a lookup is typed as its target'>;
export function Lookup<Targets extends object, ForeignKey extends string>(
  targets: EntitiesThunk<Targets>,
  foreignKey: ForeignKey,
  options?: ParentOptions,
): LookupDecorator<
  Polymorphic<Targets>,
  ForeignKey,
  'the property of a polymorphic lookup is typed as Polymorphic<{ … }> of its targets'
>;
export function Lookup(
  target: EntityThunk | EntitiesThunk,
  foreignKey: string,
  options: ParentOptions = {},
): (entity: object, property: string, descriptor?: undefined) => void {
  return (entity, property, descriptor) =>
    declareProperty(entity, property, descriptor, { kind: 'lookup', target, foreignKey, options });
}

type LookupDecorator<Value, ForeignKey extends string, Expected extends string> = <
  Entity extends ForeignKeyHolder<ForeignKey>,
  Property extends string,
>(
  entity: Entity,
  property: RelationProperty<Entity, Property, Value, Expected>,
  descriptor?: undefined,
) => void;
