import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnownRecordsResolver } from '../../../../../lib/cli/data/import/known-records.resolver.js';
import { SalesforceConnection } from '../../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';

const USERS = [
  { username: 'bea@example.com', email: 'bea@mail.example' },
  { username: 'one@example.com', email: 'team@mail.example' },
  { username: 'two@example.com', email: 'team@mail.example' },
  { username: 'off@example.com', email: 'off@mail.example', isActive: false },
];

describe('KnownRecordsResolver', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;
  let ids: ReadonlyMap<string, string>;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({ users: USERS });
    connection = new SalesforceConnection('test', { embedded: org });
    const rows = await connection.query<{ Id: string; Username: string }>('SELECT Id, Username FROM User');
    ids = new Map(rows.map(({ Id, Username }) => [Username, Id]));
    org.requests.clear();
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['by the first key', { Username: 'BEA@example.com', Email: 'other@mail.example' }, 'bea@example.com'],
    [
      'by the second key, as in a sandbox',
      { Username: 'bea@example.com.uat', Email: 'bea@mail.example' },
      'bea@example.com',
    ],
    ['unless several could be meant', { Username: 'x@example.com', Email: 'team@mail.example' }, undefined],
    ['unless the user is not active', { Username: 'off@example.com', Email: 'off@mail.example' }, undefined],
    ['unless there is none', { Username: 'x@example.com' }, undefined],
  ])('finds the user of another org %s', async (_, record, username) => {
    const resolver = new KnownRecordsResolver(connection, { User: { '005A': record } });
    resolver.wantId('User', '005A');
    resolver.wantId('User', '005B');
    await resolver.resolve();
    const found = resolver.idOf('User', '005A', 'Account');
    expect(found).toBe(username && ids.get(username));
    expect(resolver.idOf('User', '005B', 'Account')).toBeUndefined();
    expect(resolver.nameOf('User', '005A')).toBe(record['Username']);
    expect(resolver.nameOf('User', '005B')).toBe('005B');
  });

  it('asks once for all values of a field', async () => {
    const resolver = new KnownRecordsResolver(connection, {});
    resolver.want('User', 'Username', 'bea@example.com');
    resolver.want('User', 'Username', 'one@example.com');
    await resolver.resolve();
    expect(resolver.find('User', 'Username', 'One@example.com', 'Account')).toBe(ids.get('one@example.com'));
    expect(org.requests.lines).toEqual([
      "GET /query?q=SELECT Id, Username, IsActive FROM User WHERE Username IN ('bea@example.com', 'one@example.com') 200",
    ]);
  });

  it('takes for missing what the user may not read', async () => {
    org.faults.add({ on: 'GET /query', fault: { status: 400, errorCode: 'INVALID_TYPE' } });
    const resolver = new KnownRecordsResolver(connection, {});
    resolver.want('UserRole', 'DeveloperName', 'Boss');
    await resolver.resolve();
    expect(resolver.find('UserRole', 'DeveloperName', 'Boss', 'Account')).toBeUndefined();
  });
});
