import type { PropertyKind, RelatedEntity } from '../select/property-kind.type.js';

/**
 * An entity of which a text says what was read: nothing but its methods is sure to be there, and what is has the declared
 * type.
 *
 * @publicApi
 */
export type SoqlRow<E> = {
  [K in keyof E as PropertyKind<E[K]> extends 'method' ? never : K]?: PropertyKind<E[K]> extends 'parent'
    ? SoqlRow<RelatedEntity<E[K]>> | Extract<E[K], null>
    : PropertyKind<E[K]> extends 'children'
      ? SoqlRow<RelatedEntity<E[K]>>[]
      : E[K];
} & { [K in keyof E as PropertyKind<E[K]> extends 'method' ? K : never]: E[K] };
