import type { FieldKind, PropertyKind, RelatedEntity } from './property-kind.type.js';

/** The id is read whether it is named or not. */
type IdProperty = 'id' | 'Id';

type Present<V> = Exclude<V, undefined>;

/**
 * An entity as a find without `select` returns it: every scalar field, nullable as declared, and the methods of the class.
 * It is assignable to the class itself as long as relations are declared optional.
 *
 * @publicApi
 */
export type Loaded<E> = {
  [K in keyof Required<E> as PropertyKind<E[K]> extends FieldKind | 'method' ? K : never]: Present<E[K]>;
};

// Distributes over S: a selection that may be absent at run time yields a property that may be undefined. A parent is null
// where its property says it may be.
type SelectedProperty<V, S> = S extends undefined
  ? undefined
  : PropertyKind<V> extends 'parent'
    ? Selected<RelatedEntity<V>, S extends true ? undefined : S> | Extract<V, null>
    : PropertyKind<V> extends 'children'
      ? Selected<RelatedEntity<V>, S extends { readonly select: infer C } ? C : undefined>[]
      : Present<V>;

/**
 * What a find with selection `S` returns: the selected properties, no others, and the id. Without a selection it is
 * {@link Loaded}.
 *
 * @example
 * ```ts
 * type Row = Selected<Account, { name: true; owner: { email: true } }>;
 * // { readonly id: string; name: string; owner: { readonly id: string; email: string | null } }
 * ```
 * @publicApi
 */
export type Selected<E, S> = [S] extends [undefined]
  ? Loaded<E>
  : {
      [K in keyof Required<E> as K extends keyof S | IdProperty ? K : never]: K extends keyof S
        ? SelectedProperty<E[K], S[K]>
        : Present<E[K]>;
    };
