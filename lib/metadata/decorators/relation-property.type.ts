import type { NoClass, PropertyValue } from './property-value.type.js';

/** The name of a property that can hold a relation's value; for one that cannot, a text that says why. */
export type RelationProperty<Entity, Property extends string, Value, Expected extends string> =
  unknown extends PropertyValue<Entity, Property>
    ? Property
    : [Value] extends [NonNullable<PropertyValue<Entity, Property>>]
      ? Property
      : Expected;

/** An entity with a foreign key of that name; with nothing in common, the compiler says that it has none. */
export type ForeignKeyHolder<ForeignKey extends string> = NoClass & {
  readonly [Key in ForeignKey]?: string | null;
};
