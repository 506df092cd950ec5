import type { Binary } from '../../protocol/binary.js';
import type { Address, Geolocation } from '../../protocol/compound-value.interface.js';

/** Value types of the compound fields: readable as a whole, written and filtered by their components. */
type Compound = Address | Geolocation;

// Compared in both directions: an entity that happens to have a latitude and a longitude is still an entity.
type IsCompound<V> = [V] extends [Compound]
  ? [Address] extends [V]
    ? true
    : [Geolocation] extends [V]
      ? true
      : false
  : false;

type KindOf<V> = [V] extends [string | number | bigint | boolean | Date]
  ? 'scalar'
  : [V] extends [(...parameters: never) => unknown]
    ? 'method'
    : [V] extends [readonly (infer Item)[]]
      ? [Item] extends [object]
        ? 'children'
        : 'multi'
      : IsCompound<V> extends true
        ? 'compound'
        : [V] extends [{ readonly $type: string }]
          ? 'polymorphic'
          : [V] extends [Binary]
            ? 'opaque'
            : 'parent';

/**
 * What a property of an entity is, seen from its type alone: `scalar` (a plain value), `multi` (a multi-picklist),
 * `compound` (address, location), `opaque` (`unknown`, or content), `parent`, `polymorphic` (a parent of one of several entities),
 * `children` or `method`.
 *
 * @internal
 */
export type PropertyKind<V> = unknown extends V ? 'opaque' : KindOf<NonNullable<V>>;

/** Kinds of properties that hold a field and not a record. @internal */
export type FieldKind = 'scalar' | 'multi' | 'compound' | 'opaque';

/** The names of the entities that a polymorphic parent can be of. @internal */
export type AlternativeName<V> =
  NonNullable<V> extends { readonly $type: infer Name extends string } ? Name : never;

/** The entity that a polymorphic parent can be of under that name. @internal */
export type AlternativeEntity<V, Name> = V extends infer Entity & { readonly $type: Name } ? Entity : never;

/** The entity type of a parent or children property. @internal */
export type RelatedEntity<V> = NonNullable<V> extends readonly (infer Child)[] ? Child : NonNullable<V>;
