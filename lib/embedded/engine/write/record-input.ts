import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { columnConverter } from '../column-value.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import type { ExternalReference } from './external-reference.js';
import { noSuchField, notInBody, readOnlyFields } from './write-refusals.js';

export type WriteKind = 'create' | 'update';

/** One property of the bodies of writes: the column it sets, and how its values become those of the column. */
export interface GivenColumn {
  /** As the body spells it. */
  readonly key: string;
  readonly field: FieldDefinition;
  /** @throws OrgError for a value that the field cannot hold */
  read(value: unknown): SqliteValue;
}

/** Reads the properties that bodies have: names whatever their case, values as columns, parents by their external ids. */
export class RecordInput {
  readonly #references: ExternalReference;
  readonly #isComputed: (object: ObjectSchema, field: FieldDefinition) => boolean;

  /** @param isComputed whether the org fills a field by itself, whatever the catalog says of it */
  constructor(
    references: ExternalReference,
    isComputed: (object: ObjectSchema, field: FieldDefinition) => boolean,
  ) {
    this.#references = references;
    this.#isComputed = isComputed;
  }

  /** @throws OrgError for a name that the object does not have, or that cannot be written */
  columns(object: ObjectSchema, keys: readonly string[], kind: WriteKind): readonly GivenColumn[] {
    const given = keys.map((key) => this.#column(object, key));
    const readOnly = given
      .filter(({ field }) => !isWritable(field, kind) || this.#isComputed(object, field))
      .map(({ field }) => field.name);
    if (readOnly.length > 0) throw readOnlyFields(readOnly);
    return given;
  }

  #column(object: ObjectSchema, key: string): GivenColumn {
    const field = object.field(key);
    if (field?.type === 'id') throw notInBody(field.name);
    if (field) return { key, field, read: columnReader(field) };
    const reference = object.parent(key);
    if (!reference) throw noSuchField(object, key);
    return { key, field: reference, read: (value) => this.#references.resolve(reference, value) };
  }
}

function columnReader(field: FieldDefinition): GivenColumn['read'] {
  const convert = columnConverter(field);
  if (field.type === 'boolean') return (value) => convert(field, value);
  return (value) => (value === null ? null : convert(field, value));
}

function isWritable(field: FieldDefinition, kind: WriteKind): boolean {
  return kind === 'create' ? field.createable === true : field.updateable === true;
}
