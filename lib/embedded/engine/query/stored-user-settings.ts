import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { FiscalYear } from '../calendar/fiscal-year.js';
import { firstDayOfWeek, localeOf } from '../calendar/locale.js';
import { Notation } from '../calendar/notation.js';
import { readFiscalYear } from '../calendar/org-fiscal-year.js';
import type { TimeZone } from '../calendar/time-zone.js';
import type { TimeZoneStorage } from '../calendar/time-zone.storage.js';
import type { OrgRow } from '../org-row.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { TableSchema } from '../table-schema.js';
import type { UserSettings } from './user-settings.interface.js';

/** Where settings are read from. */
export interface UserSettingsSource {
  readonly catalog: ObjectCatalog;
  readonly database: SqliteDatabase;
  readonly tables: TableSchema;
  readonly zones: TimeZoneStorage;
}

/** The settings in the records of the user and of the org, read when something first asks for one. */
export class StoredUserSettings implements UserSettings {
  readonly #source: UserSettingsSource;
  readonly #userId: string;
  #user: Readonly<OrgRow> | undefined;
  #notation: Notation | undefined;
  #fiscalYear: FiscalYear | undefined;

  constructor(source: UserSettingsSource, userId: string) {
    this.#source = source;
    this.#userId = userId;
  }

  get timeZone(): TimeZone {
    return this.#source.zones.get(String(this.#ofUser('TimeZoneSidKey') ?? 'GMT'));
  }

  get locale(): string {
    return localeOf(String(this.#ofUser('LocaleSidKey') ?? 'en_US'));
  }

  get firstDayOfWeek(): number {
    return firstDayOfWeek(this.locale);
  }

  get fiscalYear(): FiscalYear {
    this.#fiscalYear ??= this.#readFiscalYear();
    return this.#fiscalYear;
  }

  get notation(): Notation {
    this.#notation ??= new Notation(this.locale, this.timeZone.name);
    return this.#notation;
  }

  #ofUser(field: string): OrgRow[string] | undefined {
    this.#user ??= this.#readUser();
    return this.#user[field];
  }

  /** A user that is not there has no settings. */
  #readUser(): Readonly<OrgRow> {
    const { catalog, database, tables } = this.#source;
    tables.ensure(catalog.get('User')!);
    const user = database.prepare('SELECT "TimeZoneSidKey", "LocaleSidKey" FROM "User" WHERE "Id" = ?');
    return user.get(this.#userId) ?? {};
  }

  #readFiscalYear(): FiscalYear {
    const { catalog, database, tables } = this.#source;
    tables.ensure(catalog.get('Organization')!);
    return readFiscalYear(database);
  }
}
