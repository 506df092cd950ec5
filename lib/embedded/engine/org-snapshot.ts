import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { DatabaseCheckpoint, SqliteDatabase } from './sqlite-database.interface.js';

/**
 * The records of an org as they were at one time. Going back to them costs what was written since, not what there is: a
 * savepoint of SQLite, rolled back. Ids and auto-numbers go on where they were, so that none of them ever comes twice, and
 * what was declared since stays declared.
 *
 * As long as there is a snapshot, a database in a file takes nothing for good: that is for tests.
 *
 * @publicApi
 */
export class OrgSnapshot {
  readonly #database: SqliteDatabase;
  readonly #checkpoint: DatabaseCheckpoint;
  readonly #onRestore: () => void;

  /**
   * @param onRestore told when the records are back
   * @throws SalesforceConfigurationException within a transaction
   */
  constructor(database: SqliteDatabase, onRestore: () => void = () => {}) {
    this.#database = database;
    this.#onRestore = onRestore;
    this.#requireQuiet();
    this.#checkpoint = database.checkpoint();
  }

  /**
   * Puts the records back, as often as wanted. Snapshots taken since are forgotten.
   *
   * @throws SalesforceConfigurationException within a transaction
   */
  restore(): void {
    this.#requireQuiet();
    this.#checkpoint.restore();
    this.#onRestore();
  }

  /** Forgets the snapshot, and those taken since, and keeps the records as they are. */
  release(): void {
    this.#checkpoint.release();
  }

  #requireQuiet(): void {
    if (!this.#database.inTransaction) return;
    throw new SalesforceConfigurationException(
      'The embedded org is within a transaction: a snapshot is taken and restored between calls.',
    );
  }
}
