import { constantDefault } from '../../../schema/constant-default.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toColumn } from '../column-value.js';
import type { DerivedFields } from '../derivation/derived-fields.js';
import type { OrgRow } from '../org-row.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import { quoteIdentifier } from '../table-schema.js';
import type { GivenColumn } from './record-input.js';
import { cannotBeEmptied, isChecked, isRequired } from './record-rules.js';
import { missingFields } from './write-refusals.js';

/** When a new record came to be, and who is answerable for it: the fields of the system, in the order of their values. */
const CREATED = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'];
const CREATED_BY = ['CreatedById', 'LastModifiedById'];

/** All that is known of the creation of an object's records before there is one: it depends on which fields are given. */
export class InsertPlan {
  /** The columns that the statement sets. */
  readonly columns: readonly string[];
  readonly sql: string;
  /** The fields whose values the records of the org have a say in. */
  readonly checked: readonly FieldDefinition[];
  readonly numbered: readonly FieldDefinition[];
  readonly derived: DerivedFields;
  readonly #given: readonly GivenColumn[];
  readonly #defaults: readonly (readonly [string, SqliteValue])[];
  readonly #owned: boolean;
  readonly #required: readonly string[];
  readonly #lasting: readonly string[];
  /** What stands for the nulls that clients give where there has to be a value. */
  readonly #substitutes: readonly (readonly [string, SqliteValue])[];
  readonly #times: readonly string[];
  readonly #people: readonly string[];

  constructor(object: ObjectSchema, given: readonly GivenColumn[], derived: DerivedFields) {
    const names = new Set(given.map(({ field }) => field.name));
    const present = (all: readonly string[]) => all.filter((name) => object.field(name) !== undefined);
    this.derived = derived;
    this.#given = given;
    this.#defaults = defaultsOf(object.columns.filter(({ name }) => !names.has(name)));
    this.#owned = object.field('OwnerId') !== undefined;
    // A person is named by the parts of the name, in accounts too.
    const person = names.has('LastName');
    const required = object.columns.filter(
      (field) => isRequired(field) && !derived.filled.has(field.name) && !(person && field.name === 'Name'),
    );
    this.#required = required.map(({ name }) => name);
    const lasting = given.map(({ field }) => field).filter(cannotBeEmptied);
    this.#lasting = lasting.filter((field) => !field.defaultedOnCreate).map(({ name }) => name);
    this.#substitutes = defaultsOf(lasting.filter((field) => field.defaultedOnCreate));
    this.#times = present(CREATED);
    this.#people = present(CREATED_BY);
    this.numbered = object.columns.filter(({ autoNumber }) => autoNumber);
    const own = [...names, ...this.#defaults.map(([name]) => name), ...(this.#owned ? ['OwnerId'] : [])];
    this.checked = object.columns.filter((field) => isChecked(field) && own.includes(field.name));
    const numbers = this.numbered.map(({ name }) => name);
    this.columns = [
      ...new Set(['Id', ...own, ...this.#times, ...this.#people, ...numbers, ...derived.names]),
    ];
    const places = this.columns.map(() => '?').join(', ');
    const quoted = this.columns.map(quoteIdentifier).join(', ');
    this.sql = `INSERT INTO ${quoteIdentifier(object.name)} (${quoted}) VALUES (${places})`;
  }

  /**
   * What the client gives, with the defaults for the rest. An explicit null stays null, but where there has to be a value
   * and a default, and in nobody owning a record.
   *
   * @throws OrgError for a value that does not fit, and for required fields that are empty
   */
  read(values: Readonly<Record<string, unknown>>, userId: string): OrgRow {
    const row: OrgRow = {};
    for (const { key, field, read } of this.#given) row[field.name] = read(values[key]);
    for (const [name, value] of this.#defaults) row[name] = value;
    for (const [name, value] of this.#substitutes) row[name] ??= value;
    if (this.#owned) row['OwnerId'] ??= userId;
    requireValues(this.#required, row);
    requireValues(this.#lasting, row);
    return row;
  }

  /** Sets when the record came to be, and by whom. */
  stamp(row: OrgRow, now: string, userId: string): void {
    for (const name of this.#times) row[name] = now;
    for (const name of this.#people) row[name] = userId;
  }
}

function requireValues(names: readonly string[], row: OrgRow): void {
  for (const name of names) {
    if (row[name] == null) throw missingFields(names.filter((each) => row[each] == null));
  }
}

function defaultsOf(fields: readonly FieldDefinition[]): [string, SqliteValue][] {
  return fields.flatMap((field): [string, SqliteValue][] => {
    const value = constantDefault(field);
    return value === undefined ? [] : [[field.name, toColumn(field, value)]];
  });
}
