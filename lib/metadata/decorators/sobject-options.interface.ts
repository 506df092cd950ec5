/**
 * What `@SObject` can say of an entity beyond its class name.
 *
 * @publicApi
 */
export interface SObjectOptions {
  /** API name of the object, taken verbatim. Give it where code is minified. @default the class name, by the naming rule */
  readonly apiName?: string;
  /** A custom object: its name ends with `__c`. @default true when the name has such a suffix already */
  readonly custom?: boolean;
  /**
   * Prefix of the managed package the object and its custom fields belong to; an empty text says "none".
   * @default the namespace of the connection
   */
  readonly namespace?: string;
  /** What users see. @default made from the API name */
  readonly label?: string;
}
