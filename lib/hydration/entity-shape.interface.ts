import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';

/** A parent or the children of an entity, as far as they were selected. */
export interface RelationShape {
  readonly property: string;
  readonly relationshipName: string;
  readonly shape: EntityShape;
  /** Whether the property names one of several objects the record may be of. */
  readonly polymorphic?: boolean;
}

/** What was selected of an entity: all that a hydrator needs to make instances of the records of a query. */
export interface EntityShape {
  readonly entity: EntityMetadata;
  readonly fields: readonly FieldMetadata[];
  readonly parents: readonly RelationShape[];
  readonly children: readonly RelationShape[];
}
