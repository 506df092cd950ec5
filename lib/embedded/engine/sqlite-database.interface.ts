export type SqliteValue = string | number | bigint | null | Uint8Array;

export interface SqliteStatement {
  run(...parameters: SqliteValue[]): { readonly changes: number };
  get(...parameters: SqliteValue[]): Readonly<Record<string, SqliteValue>> | undefined;
  all(...parameters: SqliteValue[]): readonly Readonly<Record<string, SqliteValue>>[];
  /** Rows as arrays in the order of the select list, the cheapest form. */
  rows(...parameters: SqliteValue[]): readonly (readonly SqliteValue[])[];
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
  /** How many transactions and savepoints were rolled back so far: a table made in one of them is gone again. */
  readonly rollbacks: number;
  close(): void;
}
