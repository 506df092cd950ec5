import type { SqliteDatabase, SqliteValue } from '../sqlite-database.interface.js';
import { TimeZone } from './time-zone.js';

/** Name of the SQL function that turns a stored instant and a zone into the local time, in the form of a stored instant. */
export const LOCAL_TIME = 'soql_local_time';

/** The time zones of an org's users: making one is not cheap. */
export class TimeZoneStorage {
  readonly #zones = new Map<string, TimeZone>();

  constructor(database: SqliteDatabase) {
    database.function(LOCAL_TIME, (instant, zone) => this.#localTime(instant ?? null, zone ?? null));
  }

  get(name: string): TimeZone {
    let zone = this.#zones.get(name);
    if (!zone) {
      zone = new TimeZone(name);
      this.#zones.set(name, zone);
    }
    return zone;
  }

  #localTime(instant: SqliteValue, zone: SqliteValue): SqliteValue {
    return typeof instant === 'string' ? this.get(String(zone)).local(new Date(instant)).toISOString() : null;
  }
}
