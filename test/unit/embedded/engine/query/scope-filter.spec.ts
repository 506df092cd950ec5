import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, id, QueryFixture } from './query-fixture.js';

const BOB = id('005', 2);
const CEO = id('005', 3);
const QUEUE = id('00G', 1);

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.insert(
    'UserRole',
    { Id: id('00E', 1), Name: 'CEO' },
    { Id: id('00E', 2), Name: 'Sales', ParentRoleId: id('00E', 1) },
    { Id: id('00E', 3), Name: 'Inside Sales', ParentRoleId: id('00E', 2) },
  );
  org.insert(
    'User',
    { Id: CEO, UserRoleId: id('00E', 1) },
    { Id: ADA, UserRoleId: id('00E', 2) },
    { Id: BOB, UserRoleId: id('00E', 3) },
  );
  org.insert(
    'Lead',
    { Id: id('00Q', 1), LastName: 'of the CEO', OwnerId: CEO },
    { Id: id('00Q', 2), LastName: 'of Ada', OwnerId: ADA },
    { Id: id('00Q', 3), LastName: 'of Bob', OwnerId: BOB },
    { Id: id('00Q', 4), LastName: 'of the queue', OwnerId: QUEUE },
  );
  org.insert(
    'Task',
    { Id: id('00T', 1), Subject: 'own', OwnerId: ADA, CreatedById: ADA },
    { Id: id('00T', 2), Subject: 'given', OwnerId: BOB, CreatedById: ADA },
    { Id: id('00T', 3), Subject: 'taken', OwnerId: ADA, CreatedById: BOB },
  );
});

afterAll(() => org.close());

const leads = (scope: string, userId = ADA) =>
  org
    .run(`SELECT LastName FROM Lead USING SCOPE ${scope} ORDER BY Id`, { user: { id: userId } })
    .records.map((record) => record['LastName']);

describe('USING SCOPE', () => {
  it.each([
    ['everything', ['of the CEO', 'of Ada', 'of Bob', 'of the queue']],
    ['mine', ['of Ada']],
    ['Team', ['of Ada', 'of Bob']],
    ['queue_owned', ['of the queue']],
    ['user_owned', ['of the CEO', 'of Ada', 'of Bob']],
  ])('%s', (scope, names) => {
    expect(leads(scope)).toEqual(names);
  });

  it('counts everyone below the role of the user into the team', () => {
    expect(leads('team', CEO)).toEqual(['of the CEO', 'of Ada', 'of Bob']);
    expect(leads('team', BOB)).toEqual(['of Bob']);
  });

  it('finds what the user gave to others', () => {
    expect(org.values('SELECT Subject FROM Task USING SCOPE delegated', 'Subject')).toEqual(['given']);
  });

  it('holds beside WHERE, and for aggregates', () => {
    expect(
      org.values("SELECT LastName FROM Lead USING SCOPE mine WHERE LastName LIKE '%Bob'", 'LastName'),
    ).toEqual([]);
    expect(org.run('SELECT COUNT() FROM Lead USING SCOPE team').totalSize).toBe(2);
  });

  it('works for objects whose users and roles have no tables yet', () => {
    const empty = new QueryFixture();
    expect(empty.run('SELECT Id FROM Account USING SCOPE team').records).toEqual([]);
    empty.close();
  });
});
