import type { PropertyKind, RelatedEntity } from '../select/property-kind.type.js';

/**
 * A field by its property, or one of a parent's by the way to it: `'amount'`, `{ account: { annualRevenue: true } }`.
 *
 * @publicApi
 */
export type FieldReference = string | ParentReference;

/** @publicApi */
export interface ParentReference {
  readonly [property: string]: true | ParentReference | undefined;
}

/** The properties of an entity whose values are of a type. */
export type KeyOf<E, Value> = {
  [K in keyof E]-?: PropertyKind<E[K]> extends 'scalar'
    ? [NonNullable<E[K]>] extends [Value]
      ? K
      : never
    : never;
}[keyof E] &
  string;

/** The fields of parents whose values are of a type. */
export type ParentFieldOf<E, Value> = {
  readonly [K in keyof E as PropertyKind<E[K]> extends 'parent' ? K : never]?: FieldTree<
    RelatedEntity<E[K]>,
    Value
  >;
};

type FieldTree<E, Value> = {
  readonly [
    K in keyof E as K extends KeyOf<E, Value> ? K : PropertyKind<E[K]> extends 'parent' ? K : never
  ]?: PropertyKind<E[K]> extends 'parent' ? FieldTree<RelatedEntity<E[K]>, Value> : true;
};

/** The references to fields of an entity, and of its parents, whose values are of a type. */
export type ReferenceTo<E, Value> = KeyOf<E, Value> | ParentFieldOf<E, Value>;

/** The value a reference leads to; null where a parent on the way may be missing. */
export type ReferencedValue<E, Reference> = Reference extends keyof E
  ? Exclude<E[Reference], undefined>
  : {
      [K in keyof Reference]: K extends keyof E
        ? Reference[K] extends true
          ? Exclude<E[K], undefined>
          : ReferencedValue<RelatedEntity<E[K]>, Reference[K]> | Extract<E[K], null>
        : never;
    }[keyof Reference];
