import type { ChildRelationship } from './child-relationship.js';
import type { ObjectSchema } from './object-schema.js';

/** The objects that can be asked for: all of the org's, or those that a user sees. Names are found whatever their case. */
export interface ObjectCatalog {
  get(name: string): ObjectSchema | undefined;
  /** The object whose ids begin with these three characters. */
  byKeyPrefix(prefix: string): ObjectSchema | undefined;
  /** Every object, by name. */
  all(): readonly ObjectSchema[];
  children(parent: ObjectSchema): readonly ChildRelationship[];
  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined;
  /** Whether only those records are to be seen that the user owns. @default false */
  isPrivate?(object: ObjectSchema): boolean;
}
