import type { ObjectSchema } from '../catalog/object-schema.js';
import type { OrgRow } from './org-row.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { quoteIdentifier } from './table-schema.js';

/** How many records are remembered of a user. */
const REMEMBERED = 200;

export interface RecentRecord {
  readonly object: string;
  readonly id: string;
}

/** Which records users looked at last: what `FOR VIEW` and `FOR REFERENCE` note, and the list of recent items shows. */
export class RecentRecords {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS "_recent" (user TEXT NOT NULL, id TEXT NOT NULL, object TEXT NOT NULL, ' +
        'at TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (user, id))',
    );
  }

  /**
   * Notes that a user saw records, or saw what they belong to.
   *
   * @param ids the first one is the most recent of them.
   */
  note(
    object: ObjectSchema,
    ids: readonly string[],
    seen: { readonly userId: string; readonly at: string; readonly viewed: boolean },
  ): void {
    if (ids.length === 0) return;
    this.#database.transaction(() => {
      this.#stamp(object, ids, seen);
      const remember = this.#database.prepare(
        'INSERT INTO "_recent" (user, id, object, at, place) VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM "_recent")) ' +
          'ON CONFLICT (user, id) DO UPDATE SET at = excluded.at, place = excluded.place',
      );
      for (const id of ids.slice(0, REMEMBERED).toReversed())
        remember.run(seen.userId, id, object.name, seen.at);
      this.#forget(seen.userId);
    });
  }

  /** The latest first. */
  list(userId: string, limit: number): readonly RecentRecord[] {
    return this.#database
      .prepare('SELECT object, id FROM "_recent" WHERE user = ? ORDER BY place DESC LIMIT ?')
      .rows(userId, limit)
      .map(([object, id]) => ({ object: String(object), id: String(id) }));
  }

  #stamp(
    object: ObjectSchema,
    ids: readonly string[],
    { at, viewed }: { readonly at: string; readonly viewed: boolean },
  ): void {
    const stamps: OrgRow = {
      ...(viewed && object.field('LastViewedDate') && { LastViewedDate: at }),
      ...(object.field('LastReferencedDate') && { LastReferencedDate: at }),
    };
    const names = Object.keys(stamps);
    if (names.length === 0) return;
    const assignments = names.map((name) => `${quoteIdentifier(name)} = ?`).join(', ');
    this.#database
      .prepare(
        `UPDATE ${quoteIdentifier(object.name)} SET ${assignments} WHERE "Id" IN (SELECT value FROM json_each(?))`,
      )
      .run(...Object.values(stamps), JSON.stringify(ids));
  }

  #forget(userId: string): void {
    this.#database
      .prepare(
        'DELETE FROM "_recent" WHERE user = ? AND place <= ' +
          '(SELECT place FROM "_recent" WHERE user = ? ORDER BY place DESC LIMIT 1 OFFSET ?)',
      )
      .run(userId, userId, REMEMBERED);
  }
}
