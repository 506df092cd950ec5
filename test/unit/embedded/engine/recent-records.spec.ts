import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import type { ObjectSchema } from '../../../../lib/embedded/catalog/object-schema.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { RecentRecords } from '../../../../lib/embedded/engine/recent-records.js';
import { TableSchema } from '../../../../lib/embedded/engine/table-schema.js';

const AT = '2026-03-18T10:30:00.000Z';
const SEEN = { userId: 'ada', at: AT, viewed: true };

describe('RecentRecords', () => {
  let database: NodeSqliteDatabase;
  let recent: RecentRecords;
  let account: ObjectSchema;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    recent = new RecentRecords(database);
    account = Catalog.standard().get('Account')!;
    new TableSchema(database).ensure(account);
    for (const id of ['a', 'b']) database.prepare('INSERT INTO "Account" ("Id") VALUES (?)').run(id);
  });

  afterEach(() => database.close());

  const ids = (userId = 'ada') => recent.list(userId, 1000).map(({ id }) => id);
  const stamps = () =>
    database.prepare('SELECT "Id", "LastViewedDate", "LastReferencedDate" FROM "Account"').rows();

  it('lists what a user saw, the latest first and each record once', () => {
    recent.note(account, ['a', 'b'], SEEN);
    expect(ids()).toEqual(['a', 'b']);
    recent.note(account, ['b'], SEEN);
    expect(recent.list('ada', 1)).toEqual([{ object: 'Account', id: 'b' }]);
    expect(ids()).toEqual(['b', 'a']);
    expect(ids('bob')).toEqual([]);
  });

  it('stamps the records', () => {
    recent.note(account, ['a'], SEEN);
    expect(stamps()).toEqual([
      ['a', AT, AT],
      ['b', null, null],
    ]);
  });

  it('stamps records that were only referenced with that', () => {
    recent.note(account, ['b'], { ...SEEN, viewed: false });
    expect(stamps()).toEqual([
      ['a', null, null],
      ['b', null, AT],
    ]);
  });

  it('remembers two hundred of each user', () => {
    const many = Array.from({ length: 250 }, (_, index) => `id ${index}`);
    recent.note(account, ['mine'], { ...SEEN, userId: 'bob' });
    recent.note(account, many, SEEN);
    expect(ids()).toEqual(many.slice(0, 200));
    recent.note(account, ['a'], SEEN);
    expect(ids()).toEqual(['a', ...many.slice(0, 199)]);
    expect(ids('bob')).toEqual(['mine']);
  });
});
