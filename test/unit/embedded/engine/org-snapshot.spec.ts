import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { OrgSnapshot } from '../../../../lib/embedded/engine/org-snapshot.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { createRecordEngine, customObject, type RecordEngine } from '../../../support/record-engine.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const add = (target: RecordEngine, name: string): string =>
  target.records.insert(target.object('Account'), { Name: name }, target.user);
const names = (): unknown[] =>
  engine.database
    .prepare('SELECT "Name" FROM "Account" WHERE "IsDeleted" = 0 ORDER BY "Name"')
    .rows()
    .map(([name]) => name);

describe('OrgSnapshot', () => {
  it('brings back what was changed, deleted and created since, as often as it is restored', () => {
    const [kept, changed] = [insert('Account', { Name: 'kept' }), insert('Account', { Name: 'old' })];
    const snapshot = new OrgSnapshot(engine.database);
    for (let round = 0; round < 3; round++) {
      engine.records.delete(engine.object('Account'), kept, engine.user);
      engine.records.update(engine.object('Account'), changed, { Name: 'new' }, engine.user);
      insert('Account', { Name: 'added' });
      expect(names()).toEqual(['added', 'new']);
      snapshot.restore();
      expect(names()).toEqual(['kept', 'old']);
    }
  });

  it('undoes the tables of objects that had no records', () => {
    insert('Account', { Name: 'x' });
    const snapshot = new OrgSnapshot(engine.database);
    engine.catalog.define(customObject('Thing__c', []));
    insert('Thing__c', { Name: 'thing' });
    snapshot.restore();
    const [row] = engine.database
      .prepare("SELECT count(*) FROM sqlite_master WHERE name = 'Thing__c'")
      .rows();
    expect(row).toEqual([0]);
    expect(insert('Thing__c', { Name: 'again' })).toHaveLength(18);
  });

  it('never gives an id or a number again', () => {
    const first = insert('Case', {});
    const snapshot = new OrgSnapshot(engine.database);
    const undone = insert('Case', {});
    snapshot.restore();
    const next = insert('Case', {});
    expect([first, undone, next]).toEqual(['500Em0000000001IAA', '500Em0000000002IAA', '500Em0000000003IAA']);
    expect(engine.records.read(engine.object('Case'), next, ['CaseNumber'])).toEqual({
      CaseNumber: '00001002',
    });
  });

  it('sees that a parent that came after it is gone', () => {
    insert('Contact', { LastName: 'x' });
    const snapshot = new OrgSnapshot(engine.database);
    const account = insert('Account', { Name: 'gone' });
    insert('Contact', { LastName: 'y', AccountId: account });
    snapshot.restore();
    expect(() => insert('Contact', { LastName: 'z', AccountId: account })).toThrow(
      'invalid cross reference id',
    );
  });

  it('holds below a later one, which going back to it forgets', () => {
    const first = new OrgSnapshot(engine.database);
    insert('Account', { Name: 'a' });
    const second = new OrgSnapshot(engine.database);
    insert('Account', { Name: 'b' });
    second.restore();
    expect(names()).toEqual(['a']);
    first.restore();
    insert('Account', { Name: 'c' });
    second.restore();
    expect(names()).toEqual(['c']);
  });

  it('leaves the roll-back of a refused write its own', () => {
    const snapshot = new OrgSnapshot(engine.database);
    insert('Account', { Name: 'a' });
    expect(() =>
      engine.database.transaction(() => {
        insert('Account', { Name: 'b' });
        insert('Account', {});
      }),
    ).toThrow('Required fields are missing: [Name]');
    expect(names()).toEqual(['a']);
    snapshot.release();
    expect(names()).toEqual(['a']);
  });

  it('is not to be had within a transaction', () => {
    expect(() => engine.database.transaction(() => new OrgSnapshot(engine.database))).toThrow(
      SalesforceConfigurationException,
    );
    const snapshot = new OrgSnapshot(engine.database);
    expect(() => engine.database.transaction(() => snapshot.restore())).toThrow(
      SalesforceConfigurationException,
    );
  });

  it('costs what was written since, not what there is', () => {
    engine.database.transaction(() => {
      for (let number = 0; number < 20_000; number++) insert('Contact', { LastName: `L${number}` });
    });
    const snapshot = new OrgSnapshot(engine.database);
    const times = Array.from({ length: 5 }, () => {
      for (let number = 0; number < 20; number++) insert('Contact', { LastName: 'x' });
      const start = performance.now();
      snapshot.restore();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });

  describe('of a file', () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'org-'));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    const open = (): RecordEngine => createRecordEngine(new NodeSqliteDatabase(join(folder, 'org.sqlite')));

    it('leaves what was restored for the next start, with ids that go on', () => {
      const before = open();
      add(before, 'kept');
      const snapshot = new OrgSnapshot(before.database);
      expect(add(before, 'undone')).toBe('001Em0000000002IAA');
      snapshot.restore();
      before.database.close();
      const after = open();
      expect(after.database.prepare('SELECT "Name" FROM "Account"').rows()).toEqual([['kept']]);
      expect(add(after, 'next')).toBe('001Em0000000003IAA');
      after.database.close();
    });

    it('does not repeat the ids of a rolled-back write after a restart', () => {
      const before = open();
      const account = before.object('Account');
      expect(() =>
        before.database.transaction(() => {
          before.records.insert(account, { Name: 'undone' }, before.user);
          before.records.insert(account, {}, before.user);
        }),
      ).toThrow('Required fields are missing: [Name]');
      expect(before.records.insert(account, { Name: 'kept' }, before.user)).toBe('001Em0000000002IAA');
      before.database.close();
      const after = open();
      expect(after.records.insert(after.object('Account'), { Name: 'next' }, after.user)).toBe(
        '001Em0000000003IAA',
      );
      after.database.close();
    });
  });
});
