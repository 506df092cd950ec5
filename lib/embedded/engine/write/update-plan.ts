import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { DerivedFields } from '../derivation/derived-fields.js';
import type { OrgRow } from '../org-row.js';
import { quoteIdentifier } from '../table-schema.js';
import type { GivenColumn } from './record-input.js';
import { cannotBeEmptied, isChecked } from './record-rules.js';
import { missingFields } from './write-refusals.js';

const MODIFIED = ['LastModifiedDate', 'SystemModstamp'];
const MODIFIED_BY = 'LastModifiedById';

/** All that is known of a change of an object's records before there is one: it depends on which fields are given. */
export class UpdatePlan {
  /** The columns that the statement sets; its last parameter is the id. */
  readonly columns: readonly string[];
  readonly sql: string;
  /** Reads what the change depends on: whether the record is deleted, and then {@link inputs}. */
  readonly before: string;
  readonly inputs: readonly string[];
  /** The fields whose values the records of the org have a say in. */
  readonly checked: readonly FieldDefinition[];
  /** What follows from the fields given; undefined when nothing does. */
  readonly derived: DerivedFields | undefined;
  readonly #given: readonly GivenColumn[];
  readonly #lasting: readonly string[];
  readonly #times: readonly string[];
  readonly #owned: boolean;

  constructor(object: ObjectSchema, given: readonly GivenColumn[], derived: DerivedFields) {
    const names = [...new Set(given.map(({ field }) => field.name))];
    this.#given = given;
    this.#lasting = given.filter(({ field }) => cannotBeEmptied(field)).map(({ field }) => field.name);
    this.#times = MODIFIED.filter((name) => object.field(name) !== undefined);
    this.#owned = object.field(MODIFIED_BY) !== undefined;
    this.derived = derived.followFrom(names) ? derived : undefined;
    this.inputs = this.derived?.inputs ?? [];
    this.checked = object.columns.filter((field) => isChecked(field) && names.includes(field.name));
    const stamps = [...this.#times, ...(this.#owned ? [MODIFIED_BY] : [])];
    this.columns = [...new Set([...names, ...(this.derived?.names ?? []), ...stamps])];
    const table = quoteIdentifier(object.name);
    const assignments = this.columns.map((name) => `${quoteIdentifier(name)} = ?`).join(', ');
    this.sql = `UPDATE ${table} SET ${assignments} WHERE "Id" = ?`;
    this.before = `SELECT ${['IsDeleted', ...this.inputs].map(quoteIdentifier).join(', ')} FROM ${table} WHERE "Id" = ?`;
  }

  /** @throws OrgError for a value that does not fit, and for fields that must not be emptied */
  read(values: Readonly<Record<string, unknown>>): OrgRow {
    const row: OrgRow = {};
    for (const { key, field, read } of this.#given) row[field.name] = read(values[key]);
    const emptied = this.#lasting.filter((name) => row[name] === null);
    if (emptied.length > 0) throw missingFields(emptied);
    return row;
  }

  /** Sets when the record was changed, and by whom. */
  stamp(row: OrgRow, now: string, userId: string): void {
    for (const name of this.#times) row[name] = now;
    if (this.#owned) row[MODIFIED_BY] = userId;
  }
}
