import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { RecordTable } from '../record-table.js';
import { wrongId } from '../value/refusals.js';
import { deletedReference, unknownReference } from './write-refusals.js';

/** Sees to it that a reference leads to a record of a type that its field takes, and that the record is there. */
export class ReferenceChecker {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;

  constructor(catalog: Catalog, table: RecordTable) {
    this.#catalog = catalog;
    this.#table = table;
  }

  /** @throws OrgError when the id of 18 characters leads nowhere */
  check(field: FieldDefinition, id: string): void {
    const target = this.#catalog.byKeyPrefix(id.slice(0, 3));
    if (!target || !field.referenceTo?.includes(target.name)) throw wrongId(field, id);
    const state = this.#table.state(target, id);
    if (state === undefined) throw unknownReference();
    if (state === 'deleted') throw deletedReference();
  }
}
