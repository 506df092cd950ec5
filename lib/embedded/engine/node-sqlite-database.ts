import type { DatabaseSync as Database, StatementSync } from 'node:sqlite';
import type {
  DatabaseCheckpoint,
  SqliteDatabase,
  SqliteStatement,
  SqliteValue,
} from './sqlite-database.interface.js';
import { DatabaseSync } from './sqlite-module.js';

type Row = Readonly<Record<string, SqliteValue>>;

/** Enough for every statement of an application; a runaway variety of texts must not hold memory. */
const CACHED_STATEMENTS = 1_000;

/** What every database is set to: the org checks references itself, since its rules are not those of SQL. */
const PRAGMAS = 'PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;';
/** A file outlives the process: a committed write survives even a power cut. */
const FILE_PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;';

/** SQLite by way of Node's own module. Knows `fold(x)`, the text that comparisons ignoring case compare. */
export class NodeSqliteDatabase implements SqliteDatabase {
  readonly #database: Database;
  readonly #statements = new Map<string, SqliteStatement>();
  readonly #beforeCommit: (() => void)[] = [];
  /** The checkpoints that hold, the latest last. */
  readonly #checkpoints: string[] = [];
  #checkpoint = 0;
  #depth = 0;
  #rollbacks = 0;
  #epoch = 0;

  /** @param path file of the database, made when absent. */
  constructor(path = ':memory:') {
    this.#database = new DatabaseSync(path);
    this.#database.exec(PRAGMAS);
    if (path !== ':memory:') this.#database.exec(FILE_PRAGMAS);
    this.function('fold', (value) => (typeof value === 'string' ? value.toUpperCase() : (value ?? null)));
  }

  get rollbacks(): number {
    return this.#rollbacks;
  }

  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  get epoch(): number {
    return this.#epoch;
  }

  beforeCommit(work: () => void): void {
    this.#beforeCommit.push(work);
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  prepare(sql: string): SqliteStatement {
    const cached = this.#statements.get(sql);
    if (cached) return cached;
    if (this.#statements.size >= CACHED_STATEMENTS) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    const statement = new NodeSqliteStatement(this.#database, sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  function(name: string, implementation: (...args: SqliteValue[]) => SqliteValue): void {
    this.#database.function(name, { deterministic: true, varargs: true }, implementation);
  }

  transaction<T>(work: () => T): T {
    const outermost = this.#depth === 0;
    const savepoint = outermost && this.#checkpoints.length === 0 ? undefined : `nested_${this.#depth}`;
    this.#run(savepoint ? `SAVEPOINT ${savepoint}` : 'BEGIN IMMEDIATE');
    this.#depth++;
    if (outermost) this.#epoch++;
    try {
      const result = work();
      if (outermost) for (const finish of this.#beforeCommit) finish();
      this.#run(savepoint ? `RELEASE ${savepoint}` : 'COMMIT');
      return result;
    } catch (error) {
      this.#rollbacks++;
      this.#epoch++;
      // A full disk makes SQLite roll back on its own; there is nothing left to undo then.
      if (this.#database.isTransaction) {
        this.#database.exec(savepoint ? `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}` : 'ROLLBACK');
      }
      throw error;
    } finally {
      this.#depth--;
    }
  }

  checkpoint(): DatabaseCheckpoint {
    if (this.#checkpoints.length === 0) this.#run('BEGIN IMMEDIATE');
    const name = `checkpoint_${++this.#checkpoint}`;
    this.#database.exec(`SAVEPOINT ${name}`);
    this.#checkpoints.push(name);
    return { restore: () => this.#restore(name), release: () => this.#release(name) };
  }

  #restore(name: string): void {
    const place = this.#checkpoints.indexOf(name);
    if (place < 0) return;
    this.#database.exec(`ROLLBACK TO ${name}`);
    this.#checkpoints.length = place + 1;
    this.#rollbacks++;
    // What must outlive a roll-back is written again.
    this.transaction(() => undefined);
  }

  #release(name: string): void {
    const place = this.#checkpoints.indexOf(name);
    if (place < 0) return;
    this.#checkpoints.splice(place);
    this.#database.exec(place === 0 ? 'COMMIT' : `RELEASE ${name}`);
  }

  /** Savepoints are as frequent as records: their texts are prepared once too. */
  #run(sql: string): void {
    this.prepare(sql).run();
  }

  close(): void {
    this.#statements.clear();
    if (!this.#database.isOpen) return;
    if (this.#checkpoints.length > 0) this.#database.exec('COMMIT');
    this.#database.close();
  }
}

/** One text, prepared once for rows as objects and, when asked for, once more for rows as arrays. */
class NodeSqliteStatement implements SqliteStatement {
  readonly #database: Database;
  readonly #sql: string;
  readonly #objects: StatementSync;
  #arrays?: StatementSync;

  constructor(database: Database, sql: string) {
    this.#database = database;
    this.#sql = sql;
    this.#objects = database.prepare(sql);
  }

  run(...parameters: SqliteValue[]): { readonly changes: number } {
    return { changes: Number(this.#objects.run(...parameters).changes) };
  }

  get(...parameters: SqliteValue[]): Row | undefined {
    return this.#objects.get(...parameters) as Row | undefined;
  }

  all(...parameters: SqliteValue[]): readonly Row[] {
    return this.#objects.all(...parameters) as Row[];
  }

  rows(...parameters: SqliteValue[]): readonly (readonly SqliteValue[])[] {
    if (!this.#arrays) {
      this.#arrays = this.#database.prepare(this.#sql);
      this.#arrays.setReturnArrays(true);
    }
    return this.#arrays.all(...parameters) as unknown as SqliteValue[][];
  }
}
