import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';

/** A parent or the children of an entity, as far as they were selected. */
export interface RelationShape {
  readonly property: string;
  readonly relationshipName: string;
  readonly shape: EntityShape;
}

/** What a polymorphic parent of one kind becomes. */
export interface ParentAlternative {
  /** Value of the instance's `$type`; without one it gets none. */
  readonly tag?: string;
  readonly shape: EntityShape;
}

/** A parent that may be of several kinds, as far as they were selected; one of another kind is null. */
export interface PolymorphicShape {
  readonly property: string;
  readonly relationshipName: string;
  /** By API name of the object, in lower case. */
  readonly alternatives: ReadonlyMap<string, ParentAlternative>;
  /** For every other object. */
  readonly otherwise?: ParentAlternative;
}

/** What was selected of an entity: all that a hydrator needs to make instances of the records of a query. */
export interface EntityShape {
  readonly entity: EntityMetadata;
  readonly fields: readonly FieldMetadata[];
  readonly parents: readonly RelationShape[];
  readonly children: readonly RelationShape[];
  readonly polymorphic?: readonly PolymorphicShape[];
}
