import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import type { ObjectSchema } from '../../../../../lib/embedded/catalog/object-schema.js';
import { NodeSqliteDatabase } from '../../../../../lib/embedded/engine/node-sqlite-database.js';
import { SearchIndex } from '../../../../../lib/embedded/engine/search/search-index.js';
import { TableSchema } from '../../../../../lib/embedded/engine/table-schema.js';

describe('SearchIndex', () => {
  let database: NodeSqliteDatabase;
  let index: SearchIndex;
  let account: ObjectSchema;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    index = new SearchIndex(database, new TableSchema(database));
    account = Catalog.standard().get('Account')!;
    new TableSchema(database).ensure(account);
    write('one', 'Acme');
    write('gone', 'Acme', 1);
  });

  afterEach(() => database.close());

  const write = (id: string, name: string, deleted = 0) =>
    database
      .prepare('INSERT INTO "Account" ("Id", "Name", "IsDeleted") VALUES (?, ?, ?)')
      .run(id, name, deleted);
  const find = (match: string) =>
    database
      .prepare(
        'SELECT "Id" FROM "Account" WHERE rowid IN (SELECT rowid FROM "_search.Account" WHERE "_search.Account" MATCH ?) ORDER BY "Id"',
      )
      .rows(match)
      .map(([id]) => id);
  const pending = () => database.prepare('SELECT count(*) FROM "_search_pending"').rows();

  it('costs nothing before the first search', () => {
    write('two', 'Bolt');
    const made = database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '\\_search%' ESCAPE '\\'");
    expect(made.rows()).toEqual([]);
  });

  it('holds the texts of the records that are not deleted', () => {
    index.refresh(account);
    expect(find('acme')).toEqual(['one']);
  });

  it('begins anew in a database that was put back to before the first search', () => {
    const checkpoint = database.checkpoint();
    index.refresh(account);
    checkpoint.restore();
    index.refresh(account);
    expect(find('acme')).toEqual(['one']);
    checkpoint.release();
  });

  it('takes in what was written meanwhile, once', () => {
    index.refresh(account);
    write('two', 'Acme Two');
    database.prepare('UPDATE "Account" SET "Name" = ? WHERE "Id" = ?').run('Bolt', 'one');
    expect(pending()).toEqual([[2]]);
    index.refresh(account);
    expect(pending()).toEqual([[0]]);
    expect([find('acme'), find('bolt')]).toEqual([['two'], ['one']]);
    database.prepare('UPDATE "Account" SET "IsDeleted" = 1 WHERE "Id" = ?').run('two');
    database.prepare('DELETE FROM "Account" WHERE "Id" = ?').run('one');
    index.refresh(account);
    expect([find('acme'), find('bolt')]).toEqual([[], []]);
  });

  it('does not watch what it does not hold', () => {
    index.refresh(account);
    database.prepare('UPDATE "Account" SET "AnnualRevenue" = 5, "LastViewedDate" = ?').run('2026-01-01');
    expect(pending()).toEqual([[0]]);
  });

  it('forgets what a rollback took back', () => {
    index.refresh(account);
    expect(() =>
      database.transaction(() => {
        write('two', 'Acme Two');
        index.refresh(account);
        throw new RangeError();
      }),
    ).toThrow(RangeError);
    index.refresh(account);
    expect(find('acme')).toEqual(['one']);
  });

  it('is found again by another one on the same database', () => {
    index.refresh(account);
    write('two', 'Acme Two');
    new SearchIndex(database, new TableSchema(database)).refresh(account);
    expect(find('acme')).toEqual(['one', 'two']);
  });
});
