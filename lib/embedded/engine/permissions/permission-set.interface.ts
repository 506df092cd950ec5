/**
 * What a user may do with the records of an object. What is left out is allowed.
 *
 * @publicApi
 */
export interface EmbeddedObjectPermissions {
  /** Without it nothing else is allowed either, and the object is not to be seen at all. @default true */
  readonly read?: boolean;
  /** @default true */
  readonly create?: boolean;
  /** @default true */
  readonly edit?: boolean;
  /** @default true */
  readonly delete?: boolean;
  /** Whether records that `sharing` keeps from the user are to be seen all the same. @default false */
  readonly viewAll?: boolean;
  /** Whether such records may be changed too. @default false */
  readonly modifyAll?: boolean;
}

/**
 * What the profile and the permission sets of a user allow. What is left out is allowed; users that have none are
 * administrators, who may do everything.
 *
 * @publicApi
 */
export interface EmbeddedPermissions {
  /** By API name. */
  readonly objects?: Readonly<Record<string, EmbeddedObjectPermissions>>;
  /** Field-level security, by object and field: `{ 'Account.Rating': 'read' }`. */
  readonly fields?: Readonly<Record<string, EmbeddedFieldAccess>>;
  /** Whether the user may delete for good by the Bulk API. @default true */
  readonly bulkApiHardDelete?: boolean;
}

/** @publicApi */
export type EmbeddedFieldAccess = 'none' | 'read' | 'edit';

/**
 * What users who do not own a record may do with it: nothing, read it, or all that their permissions allow.
 *
 * @publicApi
 */
export type EmbeddedSharing = 'private' | 'read' | 'edit';
