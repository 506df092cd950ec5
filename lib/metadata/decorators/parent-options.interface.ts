/**
 * What `@Lookup` and `@MasterDetail` can say beyond the target and the foreign key.
 *
 * @publicApi
 */
export interface ParentOptions {
  /**
   * Name of the parent in SOQL, taken verbatim.
   * @default from the foreign key: `Owner` for `OwnerId`, `Region__r` for `Region__c`
   */
  readonly relationshipName?: string;
}
