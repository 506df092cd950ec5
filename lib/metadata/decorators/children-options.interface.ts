/**
 * What `@Children` can say beyond the target and the inverse.
 *
 * @publicApi
 */
export interface ChildrenOptions {
  /**
   * Child relationship name, taken verbatim.
   * @default from the property: `Contacts` for `contacts`, `Invoices__r` when the children's foreign key is custom
   */
  readonly relationshipName?: string;
}
