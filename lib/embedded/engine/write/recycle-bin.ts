import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { RecordTable } from '../record-table.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { DeletionPlan, RecordKey } from './deletion-plan.js';

/**
 * Deleted records stay in their tables, marked. The bin remembers what went, and which references were emptied, with each
 * deletion, so that undeleting the record brings all of it back. Records of objects that know no bin are gone for good.
 */
export class RecycleBin {
  readonly #database: SqliteDatabase;
  readonly #catalog: Catalog;
  readonly #table: RecordTable;

  constructor(database: SqliteDatabase, catalog: Catalog, table: RecordTable) {
    this.#database = database;
    this.#catalog = catalog;
    this.#table = table;
    database.exec(
      'CREATE TABLE IF NOT EXISTS "_recycled" (root TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT, target TEXT);' +
        'CREATE INDEX IF NOT EXISTS "_recycled.root" ON "_recycled" (root)',
    );
  }

  /** @param root id of the record whose deletion this is */
  discard(root: string, plan: DeletionPlan, now: string): void {
    const remember = this.#database.prepare('INSERT INTO "_recycled" VALUES (?, ?, ?, ?, ?)');
    for (const { object, id, field, target } of plan.emptied) {
      this.#table.update(object, id, { [field.name]: null });
      remember.run(root, object.name, id, field.name, target);
    }
    for (const { object, id } of plan.deleted) {
      if (!object.field('IsDeleted')) {
        this.#table.remove(object, id);
        continue;
      }
      this.#table.update(object, id, { IsDeleted: 1, ...stamp(object, now) });
      remember.run(root, object.name, id, null, null);
    }
  }

  /** Removes for good what went with a record; the references that were emptied stay so. */
  purge(root: string): void {
    const entries = this.#database
      .prepare('SELECT object, id FROM "_recycled" WHERE root = ? AND field IS NULL')
      .rows(root);
    for (const [name, id] of entries) {
      const object = this.#catalog.get(String(name));
      if (object) this.#table.remove(object, String(id));
    }
    this.#database.prepare('DELETE FROM "_recycled" WHERE root = ?').run(root);
  }

  /**
   * Brings back what went with a record; a reference that was given another target meanwhile keeps that.
   *
   * @returns the records that are back
   */
  restore(root: string, now: string): readonly RecordKey[] {
    const restored: RecordKey[] = [];
    const entries = this.#database
      .prepare('SELECT object, id, field, target FROM "_recycled" WHERE root = ?')
      .all(root);
    for (const { object: name, id, field, target } of entries) {
      const object = this.#catalog.get(String(name));
      if (!object) continue;
      const row = this.#table.find(object, String(id));
      if (field === null) {
        this.#table.update(object, String(id), { IsDeleted: 0, ...stamp(object, now) });
        restored.push({ object, id: String(id) });
      } else if (row?.[String(field)] === null) {
        this.#table.update(object, String(id), { [String(field)]: target ?? null });
      }
    }
    this.#database.prepare('DELETE FROM "_recycled" WHERE root = ?').run(root);
    return restored;
  }
}

function stamp(object: ObjectSchema, now: string): Record<string, string> {
  return object.field('SystemModstamp') ? { SystemModstamp: now } : {};
}
