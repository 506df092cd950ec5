import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { isMasterDetail } from '../../catalog/master-detail.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { RecordTable } from '../record-table.js';
import type { ReferenceChecker } from './reference-checker.js';
import { duplicateUsername, duplicateValue } from './write-refusals.js';

/** What must hold of a record before it is stored, beyond each value fitting its field. */
export class RecordRules {
  readonly #table: RecordTable;
  readonly #references: ReferenceChecker;

  constructor(table: RecordTable, references: ReferenceChecker) {
    this.#table = table;
    this.#references = references;
  }

  /**
   * @param checked the fields to look at: references, and those whose values are unique
   * @param own id of the record itself, which does not contradict itself
   */
  check(object: ObjectSchema, checked: readonly FieldDefinition[], changes: OrgRow, own?: string): void {
    for (const field of checked) {
      const value = changes[field.name];
      if (value === undefined || value === null) continue;
      if (field.type === 'reference') this.#references.check(object, field, String(value));
      if (field.unique || isUsername(field)) this.#requireUnique(object, field, changes, own);
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
    if (other !== undefined) throw isUsername(field) ? duplicateUsername() : duplicateValue(field, other);
  }
}

/** Whether a client has to give the field when it creates a record. */
export function isRequired(field: FieldDefinition): boolean {
  if (isMasterDetail(field)) return true;
  return field.createable === true && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
}

/** Whether the field cannot lose its value. */
export function cannotBeEmptied(field: FieldDefinition): boolean {
  return isMasterDetail(field) || (!field.nillable && field.type !== 'boolean');
}

/** Whether other records decide if a value of the field can be stored. */
export function isChecked(field: FieldDefinition): boolean {
  return field.type === 'reference' || field.unique === true || isUsername(field);
}

/** Unique though no describe says so, and refused in words of its own. */
function isUsername({ name, idLookup }: FieldDefinition): boolean {
  return name === 'Username' && idLookup === true;
}
