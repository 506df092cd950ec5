/** What the fields are wanted for, which not all are good for. */
export type FieldUse =
  | 'select'
  | 'filter'
  | 'group'
  | 'sort'
  | 'number'
  | 'ordered'
  | 'date'
  | 'datetime'
  | 'currency'
  | 'label'
  | 'location'
  | 'aggregate';

/** Something that may stand at a place of a query. */
export type Expectation =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'objects' }
  | { readonly kind: 'child-relationships' }
  | { readonly kind: 'fields'; readonly use: FieldUse; readonly sobject?: string }
  /** Parents of several objects, of which TYPEOF tells one. */
  | { readonly kind: 'polymorphic-parents' }
  | { readonly kind: 'parent-objects'; readonly path: readonly string[] }
  | { readonly kind: 'operators'; readonly path: readonly string[] }
  | { readonly kind: 'values'; readonly path: readonly string[]; readonly operator: string }
  | { readonly kind: 'scopes' };

export function words(...words: readonly string[]): Expectation {
  return { kind: 'words', words };
}
