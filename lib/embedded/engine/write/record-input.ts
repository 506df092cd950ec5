import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toColumn } from '../column-value.js';
import type { OrgRow } from '../org-row.js';
import type { ExternalReference } from './external-reference.js';
import { noSuchField, notInBody, readOnlyFields } from './write-refusals.js';

export type WriteKind = 'create' | 'update';

/** Reads the body of a write: names whatever their case, values as columns, parents by their external ids. */
export class RecordInput {
  readonly #references: ExternalReference;

  constructor(references: ExternalReference) {
    this.#references = references;
  }

  /** The columns that the body sets. A name beside them that is `undefined` counts as not given. */
  read(object: ObjectSchema, values: Readonly<Record<string, unknown>>, kind: WriteKind): OrgRow {
    const given = Object.entries(values)
      .filter(([name, value]) => value !== undefined && name !== 'attributes')
      .map(([name, value]) => this.#resolve(object, name, value));
    const readOnly = given.filter(([field]) => !isWritable(field, kind)).map(([field]) => field.name);
    if (readOnly.length > 0) throw readOnlyFields(readOnly);
    return Object.fromEntries(given.map(([field, value]) => [field.name, toColumn(field, value)]));
  }

  #resolve(object: ObjectSchema, name: string, value: unknown): [FieldDefinition, unknown] {
    const field = object.field(name);
    if (field?.type === 'id') throw notInBody(field.name);
    if (field) return [field, value];
    const reference = object.parent(name);
    if (!reference) throw noSuchField(object, name);
    return [reference, this.#references.resolve(object, reference, value)];
  }
}

function isWritable(field: FieldDefinition, kind: WriteKind): boolean {
  return kind === 'create' ? field.createable === true : field.updateable === true;
}
