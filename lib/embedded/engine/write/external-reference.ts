import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toColumn } from '../column-value.js';
import type { RecordTable } from '../record-table.js';
import { notDeserializable } from '../value/refusals.js';
import { ambiguousExternalId, foreignKeyNotFound, noSuchField } from './write-refusals.js';

/** Finds the parent that a body names by an external id of its own: `{"Account": {"Ext__c": "x"}}` for `AccountId`. */
export class ExternalReference {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;

  constructor(catalog: Catalog, table: RecordTable) {
    this.#catalog = catalog;
    this.#table = table;
  }

  /** The parent's id, or null where the body says that there is to be no parent. */
  resolve(field: FieldDefinition, value: unknown): string | null {
    if (value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw notDeserializable(field, value);
    const { attributes, ...keys } = value as Record<string, unknown> & { attributes?: { type?: unknown } };
    const [name = '', key] = Object.entries(keys)[0] ?? [];
    const [target, external] = this.#target(field, name, attributes?.type);
    const ids = this.#table.idsBy(target, external, toColumn(external, key));
    if (ids.length > 1) throw ambiguousExternalId(external, ids);
    const [id] = ids;
    if (id === undefined) throw foreignKeyNotFound(external, target, String(key));
    return id;
  }

  /** Among the types a reference may have, the one the body names, or else the first that has such an external id. */
  #target(field: FieldDefinition, name: string, type: unknown): [ObjectSchema, FieldDefinition] {
    const named = typeof type === 'string' ? type.toLowerCase() : undefined;
    const targets = (field.referenceTo ?? [])
      .filter((target) => named === undefined || target.toLowerCase() === named)
      .flatMap((target) => this.#catalog.get(target) ?? []);
    for (const target of targets) {
      const external = target.field(name);
      if (external?.externalId || external?.idLookup) return [target, external];
    }
    throw targets[0] ? noSuchField(targets[0], name) : notDeserializable(field, type);
  }
}
