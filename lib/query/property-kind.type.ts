import type { Address, Geolocation } from '../protocol/compound-value.interface.js';

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
        : 'parent';

/**
 * What a property of an entity is, seen from its type alone: `scalar` (a plain value), `multi` (a multi-picklist),
 * `compound` (address, location), `opaque` (`unknown`), `parent`, `children` or `method`.
 *
 * @internal
 */
export type PropertyKind<V> = unknown extends V ? 'opaque' : KindOf<NonNullable<V>>;

/** Kinds of properties that hold a field and not a record. @internal */
export type FieldKind = 'scalar' | 'multi' | 'compound' | 'opaque';

/** The entity type of a parent or children property. @internal */
export type RelatedEntity<V> = NonNullable<V> extends readonly (infer Child)[] ? Child : NonNullable<V>;
