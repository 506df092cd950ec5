import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { isMasterDetail } from '../../catalog/master-detail.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { RecordTable } from '../record-table.js';
import type { ReferenceChecker } from './reference-checker.js';
import { duplicateValue, missingFields } from './write-refusals.js';

/** What must hold of a record before it is stored, beyond each value fitting its field. */
export class RecordRules {
  readonly #table: RecordTable;
  readonly #references: ReferenceChecker;

  constructor(table: RecordTable, references: ReferenceChecker) {
    this.#table = table;
    this.#references = references;
  }

  /** @throws OrgError naming every required field that a new record leaves empty */
  requireFields(object: ObjectSchema, row: OrgRow): void {
    const missing = object.columns.filter((field) => isRequired(field) && (row[field.name] ?? null) === null);
    if (missing.length > 0) throw missingFields(missing.map(({ name }) => name));
  }

  /** @throws OrgError naming every field that is explicitly emptied and cannot be */
  refuseEmptied(object: ObjectSchema, given: OrgRow): void {
    const emptied = Object.keys(given).filter((name) => {
      const field = object.field(name);
      return given[name] === null && field !== undefined && cannotBeEmptied(field);
    });
    if (emptied.length > 0) throw missingFields(emptied);
  }

  /** @param own id of the record itself, which does not contradict itself */
  check(object: ObjectSchema, changes: OrgRow, own?: string): void {
    for (const field of object.columns) {
      const value = changes[field.name];
      if (value === undefined || value === null) continue;
      if (field.type === 'reference') this.#references.check(field, String(value));
      if (field.unique) this.#requireUnique(object, field, changes, own);
    }
  }

  #requireUnique(
    object: ObjectSchema,
    field: FieldDefinition,
    changes: OrgRow,
    own: string | undefined,
  ): void {
    const value = changes[field.name] ?? null;
    const other = this.#table.idsBy(object, field, value).find((id) => id !== own);
    if (other !== undefined) throw duplicateValue(field, other);
  }
}

/** Whether a client has to give the field when it creates a record. */
function isRequired(field: FieldDefinition): boolean {
  if (isMasterDetail(field)) return true;
  return field.createable === true && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
}

function cannotBeEmptied(field: FieldDefinition): boolean {
  return isMasterDetail(field) || (!field.nillable && field.type !== 'boolean');
}
