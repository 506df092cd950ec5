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
  /** What users call several of them. @default made from the label */
  readonly labelPlural?: string;
  /**
   * The record types, by developer name, with the labels users see.
   * @default none but the one every object has
   */
  readonly recordTypes?: Readonly<Record<string, string>>;
  /** Neither `creatable`, `updatable` nor `deletable`. @default true for custom metadata (`__mdt`) */
  readonly readOnly?: boolean;
  /** Records can be inserted. @default true unless `readOnly` */
  readonly creatable?: boolean;
  /** Records can be updated. @default true unless `readOnly` or a platform event (`__e`) */
  readonly updatable?: boolean;
  /** Records can be deleted. @default true unless `readOnly` or a platform event (`__e`) */
  readonly deletable?: boolean;
  /** Records can be found by queries. @default true unless a platform event (`__e`) */
  readonly queryable?: boolean;
}
