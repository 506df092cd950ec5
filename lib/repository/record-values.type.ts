import type { PropertyKind } from '../query/select/property-kind.type.js';

type IdProperty = 'id' | 'Id';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type IsWritable<E, K extends keyof E> = Same<
  Pick<E, K>,
  { -readonly [P in keyof Pick<E, K>]: Pick<E, K>[P] }
>;

type WritableKey<E> = {
  [K in keyof E]-?: K extends IdProperty
    ? never
    : PropertyKind<E[K]> extends 'scalar' | 'multi' | 'opaque'
      ? IsWritable<E, K> extends true
        ? K
        : never
      : never;
}[keyof E];

/**
 * The values of a new record: fields of the entity by property. A parent is given by its foreign key. The id, relations,
 * compound fields and properties declared `readonly` are not among them. Which fields a record must have is known to the
 * org alone, so every one is optional here.
 *
 * @publicApi
 */
export type InsertValues<E> = { readonly [K in WritableKey<E>]?: E[K] };

/**
 * What to change in a record: `undefined` leaves a field as it is, `null` clears it.
 *
 * @publicApi
 */
export type UpdateValues<E> = InsertValues<E>;

/**
 * What to change in the record with that id.
 *
 * @publicApi
 */
export type UpdateRecord<E> = UpdateValues<E> & { readonly [K in keyof E as K & IdProperty]: string };

/**
 * A record as an insert returns it: an instance of the entity class with the values given and the new id. What the org adds,
 * such as defaults, is not there yet: `reload()` reads it.
 *
 * @publicApi
 */
export type Inserted<E, V> = {
  [
    K in keyof Required<E> as K extends IdProperty | keyof V
      ? K
      : PropertyKind<E[K]> extends 'method'
        ? K
        : never
  ]: Exclude<E[K], undefined> | (K extends keyof V ? Extract<V[K], undefined> : never);
};
