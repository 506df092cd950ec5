import type { SqliteDatabase } from './sqlite-database.interface.js';

/**
 * Numbers that only go up: of ids, and of the fields that count records. A number that a rolled-back write drew is not
 * drawn again, as the platform leaves gaps too; the table keeps the last one for the next start.
 */
export class Sequence {
  readonly #database: SqliteDatabase;
  readonly #last = new Map<string, number>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, last INTEGER NOT NULL)');
  }

  /** @param first what a sequence begins with that was never asked before */
  next(name: string, first = 1): number {
    const number = (this.#last.get(name) ?? this.#stored(name) ?? first - 1) + 1;
    this.#last.set(name, number);
    this.#database
      .prepare(
        'INSERT INTO "_sequence" (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = excluded.last',
      )
      .run(name, number);
    return number;
  }

  #stored(name: string): number | undefined {
    const row = this.#database.prepare('SELECT last FROM "_sequence" WHERE name = ?').get(name);
    return row && Number(row['last']);
  }
}
