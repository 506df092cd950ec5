import type { NameRecord } from '../polymorphic/name-record.js';
import type {
  AlternativeEntity,
  AlternativeName,
  FieldKind,
  PropertyKind,
  RelatedEntity,
} from './property-kind.type.js';

/** The id is read whether it is named or not. */
type IdProperty = 'id' | 'Id';

type Present<V> = Exclude<V, undefined>;

/** Labels are texts of the org's, whatever values a picklist is declared with. */
type LabelOf<V> = V extends readonly unknown[] ? string[] : V extends string ? string : V;

/**
 * An entity as a find without `select` returns it: every scalar field, nullable as declared, and the methods of the class.
 * It is assignable to the class itself as long as relations are declared optional.
 *
 * @publicApi
 */
export type Loaded<E> = {
  [K in keyof Required<E> as PropertyKind<E[K]> extends FieldKind | 'method' ? K : never]: Present<E[K]>;
};

type Tagged<Name, Row> = Row extends unknown
  ? { [K in '$type' | keyof Row]: K extends '$type' ? Name : Row[K & keyof Row] }
  : never;

/** One member for each kind that was selected; the other kinds are null unless `else` reads them. */
type SelectedAlternative<V, S> = S extends true
  ? { [Name in AlternativeName<V>]: TaggedSelection<V, Name, undefined> }[AlternativeName<V>] | null
  : | { [Name in keyof S]-?: TaggedSelection<V, Name, S[Name] extends true ? undefined : S[Name]> }[keyof S]
    | (S extends { readonly else: unknown } ? Extract<V, null> : null);

type TaggedSelection<V, Name, S> = Name extends 'else'
  ? Tagged<'else', Selected<NameRecord, S>>
  : Tagged<Name, Selected<AlternativeEntity<NonNullable<V>, Name>, S>>;

// Distributes over S: a selection that may be absent at run time yields a property that may be undefined. A parent is null
// where its property says it may be.
type SelectedProperty<V, S> = S extends undefined
  ? undefined
  : PropertyKind<V> extends 'parent'
    ? Selected<RelatedEntity<V>, S extends true ? undefined : S> | Extract<V, null>
    : PropertyKind<V> extends 'children'
      ? Selected<RelatedEntity<V>, S extends { readonly select: infer C } ? C : undefined>[]
      : PropertyKind<V> extends 'polymorphic'
        ? SelectedAlternative<V, S>
        : S extends 'formatted'
          ? string | Extract<V, null>
          : S extends 'label'
            ? LabelOf<Present<V>>
            : S extends { readonly distance: unknown }
              ? number | null
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
