import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { IdGenerator } from './id-generator.js';
import { readOrgIdentity, writeOrgIdentity, type OrgIdentity } from './org-identity.js';
import type { OrgRow } from './org-row.js';
import { RecordTable } from './record-table.js';
import { Sequence } from './sequence.js';
import type { SqliteDatabase, SqliteValue } from './sqlite-database.interface.js';
import { TableSchema } from './table-schema.js';
import { toStoredInstant } from './value/temporal-value.js';

interface OrgFoundation {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  now(): Date;
}

/** The administrator of a new org. */
export interface FirstUser {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

type FirstObject = 'User' | 'Profile' | 'Organization' | 'Pricebook2' | 'BusinessHours';

/** Longest alias a user can have. */
const ALIAS_LENGTH = 8;

/** From midnight to midnight, every day. */
const AROUND_THE_CLOCK: Readonly<OrgRow> = Object.fromEntries(
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].flatMap((day) => [
    [`${day}StartTime`, '00:00:00.000Z'],
    [`${day}EndTime`, '00:00:00.000Z'],
  ]),
);

/**
 * Makes an empty database an org: with an organisation, an administrator and the records every org begins with. A database
 * that is one already stays as it is.
 */
export function bootstrapOrg(foundation: OrgFoundation, user: FirstUser): OrgIdentity {
  const { database } = foundation;
  return database.transaction(() => {
    const known = readOrgIdentity(database);
    if (known) return known;
    const identity = new OrgFounder(foundation).found(user);
    writeOrgIdentity(database, identity);
    return identity;
  });
}

/** Writes the first records past the rules, since each of them refers to another that is not there yet. */
class OrgFounder {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;
  readonly #ids: IdGenerator;
  readonly #now: string;

  constructor({ catalog, database, now }: OrgFoundation) {
    this.#catalog = catalog;
    this.#table = new RecordTable(database, new TableSchema(database));
    this.#ids = new IdGenerator(new Sequence(database));
    this.#now = toStoredInstant(now());
  }

  found(user: FirstUser): OrgIdentity {
    const userId = this.#idFor('User');
    const profileId = this.#insert('Profile', this.#idFor('Profile'), userId, {
      Name: 'System Administrator',
      UserType: 'Standard',
    });
    this.#insert('User', userId, userId, administratorOf(user, profileId));
    const organizationId = this.#insert('Organization', this.#idFor('Organization'), userId, {
      Name: 'Embedded Org',
      OrganizationType: 'Developer Edition',
      InstanceName: 'EMBEDDED',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'GMT',
      FiscalYearStartMonth: 1,
    });
    this.#insert('Pricebook2', this.#idFor('Pricebook2'), userId, {
      Name: 'Standard Price Book',
      IsActive: 1,
      IsStandard: 1,
    });
    this.#insert('BusinessHours', this.#idFor('BusinessHours'), userId, {
      Name: 'Default',
      IsActive: 1,
      IsDefault: 1,
      TimeZoneSidKey: 'GMT',
      ...AROUND_THE_CLOCK,
    });
    return { organizationId, userId };
  }

  #idFor(name: FirstObject): string {
    return this.#ids.next(this.#object(name).keyPrefix);
  }

  #insert(name: FirstObject, id: string, userId: string, values: Record<string, SqliteValue>): string {
    this.#table.insert(this.#object(name), {
      Id: id,
      CreatedDate: this.#now,
      CreatedById: userId,
      LastModifiedDate: this.#now,
      LastModifiedById: userId,
      SystemModstamp: this.#now,
      ...values,
    });
    return id;
  }

  #object(name: FirstObject): ObjectSchema {
    return this.#catalog.get(name)!;
  }
}

function administratorOf({ username, email, firstName, lastName }: FirstUser, profileId: string): OrgRow {
  const nickname = username.replace(/@.*$/, '');
  return {
    Username: username,
    Email: email,
    FirstName: firstName,
    LastName: lastName,
    Name: [firstName, lastName].filter(Boolean).join(' '),
    Alias: nickname.slice(0, ALIAS_LENGTH),
    CommunityNickname: nickname,
    ProfileId: profileId,
    IsActive: 1,
    UserType: 'Standard',
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}
