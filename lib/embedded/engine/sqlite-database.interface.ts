export type SqliteValue = string | number | bigint | null | Uint8Array;

export interface SqliteStatement {
  run(...parameters: SqliteValue[]): { readonly changes: number };
  get(...parameters: SqliteValue[]): Readonly<Record<string, SqliteValue>> | undefined;
  all(...parameters: SqliteValue[]): readonly Readonly<Record<string, SqliteValue>>[];
  /** Rows as arrays in the order of the select list, the cheapest form. */
  rows(...parameters: SqliteValue[]): readonly (readonly SqliteValue[])[];
}

/** A state of the database that it can be put back to, again and again. */
export interface DatabaseCheckpoint {
  /** Undoes what was written since, and forgets the checkpoints made since. Never within a transaction. */
  restore(): void;
  /** Keeps what was written since. With the last checkpoint released, all of it is committed. */
  release(): void;
}

/** The one window to SQLite. Synchronous: the org answers one request at a time, as SQLite does. */
export interface SqliteDatabase {
  /** Runs statements that return nothing. */
  exec(sql: string): void;
  /** Prepares a statement; the same text is prepared once. */
  prepare(sql: string): SqliteStatement;
  /** Defines a deterministic SQL function. */
  function(name: string, implementation: (...args: SqliteValue[]) => SqliteValue): void;
  /** Runs `work` in a transaction, nested ones as savepoints; an exception rolls back and goes on to the caller. */
  transaction<T>(work: () => T): T;
  /** Whether a transaction is open: a single statement needs none of its own then. */
  readonly inTransaction: boolean;
  /** Another number in every transaction and after every roll-back: what was read before may not hold any more. */
  readonly epoch: number;
  /** Does some work at the end of every transaction, within it; nested ones do not count. */
  beforeCommit(work: () => void): void;
  /**
   * Remembers the state of now. As long as there is a checkpoint, all that is written is one transaction of the database:
   * nothing of it outlives a crash, and no other process sees it. Never within a transaction.
   */
  checkpoint(): DatabaseCheckpoint;
  /** How many transactions and savepoints were rolled back so far: a table made in one of them is gone again. */
  readonly rollbacks: number;
  close(): void;
}
