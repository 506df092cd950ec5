import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';

class Refused extends Error {}

describe('NodeSqliteDatabase', () => {
  let database: NodeSqliteDatabase;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)');
  });

  afterEach(() => database.close());

  const insert = (id: number, name: string): unknown =>
    database.prepare('INSERT INTO t VALUES (?, ?)').run(id, name);
  const names = (): unknown[] =>
    database
      .prepare('SELECT name FROM t ORDER BY id')
      .rows()
      .map(([name]) => name);

  it('gives rows as objects and as arrays', () => {
    insert(1, 'one');
    insert(2, 'two');
    const select = database.prepare('SELECT id, name FROM t ORDER BY id');
    expect(select.all()).toMatchObject([
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ]);
    expect(select.rows()).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    expect(select.get()).toMatchObject({ id: 1 });
    expect(database.prepare('SELECT id FROM t WHERE id = ?').get(9)).toBeUndefined();
  });

  it('counts what a statement changed', () => {
    insert(1, 'one');
    expect(database.prepare('UPDATE t SET name = ?').run('x')).toEqual({ changes: 1 });
  });

  it('prepares the same text once', () => {
    expect(database.prepare('SELECT 1')).toBe(database.prepare('SELECT 1'));
  });

  it('forgets old statements rather than growing without end', () => {
    const first = database.prepare('SELECT 0');
    for (let i = 1; i <= 1_000; i++) database.prepare(`SELECT ${i}`);
    expect(database.prepare('SELECT 0')).not.toBe(first);
  });

  it('commits what a transaction did, and returns its result', () => {
    expect(database.transaction(() => (insert(1, 'one'), 'done'))).toBe('done');
    expect(names()).toEqual(['one']);
    expect(database.rollbacks).toBe(0);
  });

  it('undoes a transaction that throws, and passes the exception on', () => {
    const refused = new Refused();
    const work = (): never => {
      insert(1, 'one');
      throw refused;
    };
    expect(() => database.transaction(work)).toThrow(refused);
    expect(names()).toEqual([]);
    expect(database.rollbacks).toBe(1);
  });

  it('undoes only the inner one of two nested transactions', () => {
    database.transaction(() => {
      insert(1, 'outer');
      expect(() =>
        database.transaction(() => {
          insert(2, 'inner');
          throw new Refused();
        }),
      ).toThrow(Refused);
      database.transaction(() => insert(3, 'second inner'));
    });
    expect(names()).toEqual(['outer', 'second inner']);
  });

  it('tells when it is in a transaction', () => {
    expect(database.inTransaction).toBe(false);
    database.transaction(() => expect(database.inTransaction).toBe(true));
    expect(database.inTransaction).toBe(false);
  });

  it('has another epoch in each transaction and after each roll-back, not in nested ones', () => {
    const epochs: number[] = [];
    const note = (): number => epochs.push(database.epoch);
    database.transaction(() => {
      note();
      database.transaction(note);
      expect(() =>
        database.transaction(() => {
          throw new Refused();
        }),
      ).toThrow(Refused);
      note();
    });
    database.transaction(note);
    expect(epochs[0]).toBe(epochs[1]);
    expect(new Set(epochs).size).toBe(3);
  });

  it('does what was wanted before each commit, within the outermost transaction', () => {
    database.beforeCommit(() => insert(9, 'last'));
    database.transaction(() => {
      database.transaction(() => insert(1, 'inner'));
      expect(names()).toEqual(['inner']);
    });
    expect(names()).toEqual(['inner', 'last']);
  });

  it('goes back to a checkpoint, tables and all, and keeps what is released', () => {
    const checkpoint = database.checkpoint();
    insert(1, 'undone');
    database.exec('CREATE TABLE other (x)');
    checkpoint.restore();
    expect(names()).toEqual([]);
    expect(() => database.prepare('SELECT * FROM other')).toThrow('no such table: other');
    database.transaction(() => insert(2, 'kept'));
    checkpoint.release();
    checkpoint.restore();
    expect(names()).toEqual(['kept']);
  });

  it('works on after a statement failed', () => {
    insert(1, 'one');
    expect(() => database.transaction(() => insert(1, 'again'))).toThrow(/UNIQUE/);
    insert(2, 'two');
    expect(names()).toEqual(['one', 'two']);
  });

  it.each([
    ['Straße', 'STRASSE'],
    ['çelik', 'ÇELIK'],
    ['ABC', 'abc'],
  ])('folds %s and %s to the same text', (one, other) => {
    expect(database.prepare('SELECT fold(?) = fold(?)').rows(one, other)).toEqual([[1]]);
  });

  it('folds texts only', () => {
    expect(database.prepare('SELECT fold(5), fold(NULL)').rows()).toEqual([[5, null]]);
  });

  it('can index a folded column', () => {
    database.exec('CREATE INDEX i ON t (fold(name))');
    const plan = database.prepare('EXPLAIN QUERY PLAN SELECT id FROM t WHERE fold(name) = fold(?)').all('x');
    expect(JSON.stringify(plan)).toContain('USING COVERING INDEX i');
  });

  it('can be closed twice', () => {
    database.close();
    expect(() => database.close()).not.toThrow();
  });

  describe('on a file', () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'org-'));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    it('writes ahead, and to the disk with every commit', () => {
      const file = new NodeSqliteDatabase(join(folder, 'org.sqlite'));
      expect(file.prepare('PRAGMA journal_mode').rows()).toEqual([['wal']]);
      expect(file.prepare('PRAGMA synchronous').rows()).toEqual([[2]]);
      file.close();
    });

    it('finds again what was committed', () => {
      const path = join(folder, 'org.sqlite');
      const writer = new NodeSqliteDatabase(path);
      writer.exec('CREATE TABLE t (name TEXT)');
      writer.transaction(() => writer.prepare('INSERT INTO t VALUES (?)').run('kept'));
      writer.close();
      const reader = new NodeSqliteDatabase(path);
      expect(reader.prepare('SELECT name FROM t').rows()).toEqual([['kept']]);
      reader.close();
    });
  });
});
