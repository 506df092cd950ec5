import type { SqliteDatabase } from './sqlite-database.interface.js';

/**
 * Numbers that only go up: of ids, and of the fields that count records. A number that a rolled-back write drew is not
 * drawn again, as the platform leaves gaps too. The table keeps the last ones for the next start: it is written once at
 * the end of the transaction that drew them, with what they were drawn for.
 */
export class Sequence {
  readonly #database: SqliteDatabase;
  readonly #last = new Map<string, number>();
  readonly #unsaved = new Set<string>();
  #rollbacks: number;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#rollbacks = database.rollbacks;
    database.exec('CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, last INTEGER NOT NULL)');
    database.beforeCommit(() => this.#save());
  }

  /** @param first what a sequence begins with that was never asked before */
  next(name: string, first = 1): number {
    const number = (this.#last.get(name) ?? this.#stored(name) ?? first - 1) + 1;
    this.#last.set(name, number);
    this.#unsaved.add(name);
    if (!this.#database.inTransaction) this.#save();
    return number;
  }

  /** Goes on behind a number that something has already, which was numbered elsewhere. */
  skip(name: string, number: number): void {
    if (number <= (this.#last.get(name) ?? this.#stored(name) ?? 0)) return;
    this.#last.set(name, number);
    this.#unsaved.add(name);
    if (!this.#database.inTransaction) this.#save();
  }

  #save(): void {
    const { rollbacks } = this.#database;
    // What was saved may be undone.
    if (rollbacks !== this.#rollbacks) for (const name of this.#last.keys()) this.#unsaved.add(name);
    this.#rollbacks = rollbacks;
    for (const name of this.#unsaved) {
      this.#database
        .prepare(
          'INSERT INTO "_sequence" (name, last) VALUES (?, ?) ' +
            'ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)',
        )
        .run(name, this.#last.get(name) ?? 0);
    }
    this.#unsaved.clear();
  }

  #stored(name: string): number | undefined {
    const row = this.#database.prepare('SELECT last FROM "_sequence" WHERE name = ?').get(name);
    return row && Number(row['last']);
  }
}
