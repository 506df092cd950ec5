import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { ownRecordTypes } from '../../catalog/record-types.js';
import { OrgError } from '../../org-error.js';
import type { IdGenerator } from '../id-generator.js';
import type { OrgRow } from '../org-row.js';
import type { RecordTable } from '../record-table.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';

interface PersonAccountsDependencies {
  readonly catalog: Catalog;
  readonly table: RecordTable;
  readonly ids: IdGenerator;
}

/** Fields that a person's account and contact have in common, whatever their names. */
const SHARED = new Set(['FirstName', 'LastName', 'Salutation', 'Name', 'Phone', 'Fax', 'OwnerId']);
const STAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** Accounts that are people: each has a contact of its own, which is what other records refer to a person by. */
export class PersonAccounts implements RecordBehaviour {
  readonly #deps: PersonAccountsDependencies;

  constructor(deps: PersonAccountsDependencies) {
    this.#deps = deps;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    if (object.name !== 'Account' || !object.field('IsPersonAccount')) return undefined;
    const contact = this.#deps.catalog.get('Contact')!;
    return {
      complete: (write, row) => complete(write, row),
      follow: (write) => this.#follow(contact, write),
    };
  }

  #follow(contact: ObjectSchema, { operation, object, id, after }: RecordWrite): void {
    if (after['IsPersonAccount'] !== 1) return;
    const { table, ids } = this.#deps;
    const person = personOf(contact, object, after);
    if (operation === 'insert') {
      const contactId = ids.next(contact.keyPrefix);
      table.insert(contact, {
        ...person,
        ...pick(after, STAMPS),
        Id: contactId,
        AccountId: id,
        IsPersonAccount: 1,
      });
      table.update(object, id, { PersonContactId: contactId });
    } else if (operation === 'update') {
      table.update(contact, String(after['PersonContactId']), {
        ...person,
        ...pick(after, STAMPS.slice(2)),
      });
    }
  }
}

/** Tells people from companies: a person has a last name, or a record type of people. */
function complete({ operation, object, before, after }: RecordWrite, row: OrgRow): void {
  if (operation === 'insert') {
    if (row['LastName'] == null) return;
    if (row['Name'] != null) throw badNames(['Name']);
    row['IsPersonAccount'] = 1;
    const type = ownRecordTypes(object.definition).find(({ isPersonType }) => isPersonType);
    if (type?.recordTypeId !== undefined) row['RecordTypeId'] ??= type.recordTypeId;
  } else if (before?.['IsPersonAccount'] === 1) {
    if ('Name' in row) throw badNames(['Name']);
  } else {
    const names = Object.keys(row).filter((name) => isPersonal(name) && after[name] != null);
    if (names.length > 0) throw badNames(names);
  }
}

function isPersonal(name: string): boolean {
  return name === 'FirstName' || name === 'LastName' || name === 'Salutation' || /^Person[A-Z]/.test(name);
}

/** What the contact of a person holds. */
function personOf(contact: ObjectSchema, account: ObjectSchema, row: Readonly<OrgRow>): OrgRow {
  const person: OrgRow = {};
  for (const { name } of contact.columns) {
    if (SHARED.has(name)) person[name] = row[name] ?? null;
    else if (account.field(`Person${name}`)) person[name] = row[`Person${name}`] ?? null;
  }
  for (const { name, type } of contact.columns) {
    if (type === 'boolean' && person[name] === null) person[name] = 0;
  }
  return person;
}

function pick(row: Readonly<OrgRow>, names: readonly string[]): OrgRow {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function badNames(names: readonly string[]): OrgError {
  return new OrgError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Account: bad field names on insert/update call: ${names.join(', ')}`,
    { fields: names },
  );
}
