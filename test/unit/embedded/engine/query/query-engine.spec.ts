import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryResponse } from '../../../../../lib/protocol/query-response.interface.js';
import { ADA, field, id, QueryFixture } from './query-fixture.js';

const INVALID_LOCATOR = expect.objectContaining({
  errorCode: 'INVALID_QUERY_LOCATOR',
  message: 'invalid query locator',
  status: 400,
});

let org: QueryFixture;

beforeEach(() => {
  org = new QueryFixture();
});

afterEach(() => org.close());

function leads(count: number, first = 1): Record<string, string>[] {
  return Array.from({ length: count }, (_, index) => ({
    Id: id('00Q', first + index),
    LastName: `L${first + index}`,
    Company: 'Example',
  }));
}

describe('QueryEngine', () => {
  it('answers queries for objects that have never had a record', () => {
    expect(org.run('SELECT Id, Account.Name FROM Contract')).toEqual({
      totalSize: 0,
      done: true,
      records: [],
    });
    expect(org.run('SELECT COUNT() FROM Asset').totalSize).toBe(0);
  });

  it('gives up to 2000 records at once', () => {
    org.insert('Lead', ...leads(2000));
    const page = org.run('SELECT Id FROM Lead');
    expect(page).toMatchObject({ totalSize: 2000, done: true });
    expect(page).not.toHaveProperty('nextRecordsUrl');
    expect(page.records).toHaveLength(2000);
  });

  it.each([
    ['SELECT Id FROM Lead', 7, 7],
    ['SELECT Id FROM Lead LIMIT 3', 3, 3],
    ['SELECT Id FROM Lead LIMIT 3 OFFSET 5', 2, 2],
    ['SELECT Id FROM Lead OFFSET 5', 2, 2],
    ['SELECT Id FROM Lead OFFSET 9', 0, 0],
    ['SELECT COUNT() FROM Lead', 7, 0],
    ['SELECT COUNT() FROM Lead LIMIT 3', 3, 0],
    ['SELECT COUNT() FROM Lead LIMIT 9 OFFSET 2', 5, 0],
    ['SELECT LastName, COUNT(Id) FROM Lead GROUP BY LastName LIMIT 2', 2, 2],
  ])('counts what LIMIT and OFFSET leave of 7: %s', (soql, totalSize, records) => {
    org.insert('Lead', ...leads(7));
    const page = org.run(soql);
    expect([page.totalSize, page.done, page.records.length]).toEqual([totalSize, true, records]);
  });

  it('pages larger results, the total being the same on every page', () => {
    org.insert('Lead', ...leads(450));
    const first = org.run('SELECT LastName FROM Lead ORDER BY Id', { batchSize: 200 });
    expect(first).toMatchObject({ totalSize: 450, done: false });
    expect(first.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/01g[A-Z0-9]{15}-200$/);
    const second = org.more(first.nextRecordsUrl);
    expect(second).toMatchObject({ totalSize: 450, done: false });
    expect(second.nextRecordsUrl).toMatch(/-400$/);
    const third = org.more(second.nextRecordsUrl);
    expect(third).toMatchObject({ totalSize: 450, done: true });
    expect(third).not.toHaveProperty('nextRecordsUrl');
    const names = [first, second, third].flatMap(({ records }) =>
      records.map((record) => record['LastName']),
    );
    expect(names).toEqual(Array.from({ length: 450 }, (_, index) => `L${index + 1}`));
  });

  it('gives any page again', () => {
    org.insert('Lead', ...leads(450));
    const { nextRecordsUrl } = org.run('SELECT LastName FROM Lead', { batchSize: 200 });
    expect(org.more(nextRecordsUrl)).toEqual(org.more(nextRecordsUrl));
    const other = org.more(nextRecordsUrl?.replace(/-200$/, '-449'));
    expect(other.records.map((record) => record['LastName'])).toEqual(['L450']);
    expect(org.more(nextRecordsUrl?.replace(/-200$/, '-450'))).toMatchObject({ done: true, records: [] });
  });

  it('does not shift pages when records are written in between', () => {
    org.insert('Lead', ...leads(450, 100));
    const soql = "SELECT LastName FROM Lead WHERE Company = 'Example' ORDER BY LastName";
    const first = org.run(soql, { batchSize: 200 });
    org.insert('Lead', ...leads(50, 1));
    org.database.exec(`UPDATE "Lead" SET "Company" = 'Other' WHERE "LastName" < 'L2'`);
    const second = org.more(first.nextRecordsUrl);
    const third = org.more(second.nextRecordsUrl);
    const names = [first, second, third].flatMap(({ records }) =>
      records.map((record) => record['LastName']),
    );
    expect(names).toEqual(Array.from({ length: 450 }, (_, index) => `L${index + 100}`));
  });

  it('holds the size of a page between 200 and 2000', () => {
    org.insert('Lead', ...leads(2001));
    expect(org.run('SELECT Id FROM Lead', { batchSize: 1 }).records).toHaveLength(200);
    expect(org.run('SELECT Id FROM Lead', { batchSize: 5000 }).records).toHaveLength(2000);
  });

  it('pages rows with two long texts by 200 at most', () => {
    org.define('Wide__c', 'a03', field('A__c', 'textarea'), field('B__c', 'textarea'));
    org.insert('Wide__c', ...Array.from({ length: 201 }, (_, n) => ({ Id: id('a03', n) })));
    expect(org.run('SELECT A__c FROM Wide__c').records).toHaveLength(201);
    const first = org.run('SELECT A__c, B__c FROM Wide__c');
    expect(first.records).toHaveLength(200);
    expect(org.more(first.nextRecordsUrl)).toMatchObject({
      totalSize: 201,
      done: true,
      records: [{ A__c: null }],
    });
  });

  it('counts LIMIT into the total', () => {
    org.insert('Lead', ...leads(450));
    const first = org.run('SELECT Id FROM Lead LIMIT 250', { batchSize: 200 });
    expect(first).toMatchObject({ totalSize: 250, done: false });
    expect(org.more(first.nextRecordsUrl).records).toHaveLength(50);
    expect(org.run('SELECT Id FROM Lead LIMIT 0')).toEqual({ totalSize: 0, done: true, records: [] });
  });

  it('gives the first batch only of a query with OFFSET', () => {
    org.insert('Lead', ...leads(450));
    const page = org.run('SELECT LastName FROM Lead ORDER BY Id LIMIT 300 OFFSET 10', { batchSize: 200 });
    expect(page).toMatchObject({ totalSize: 300, done: true });
    expect(page.records).toHaveLength(200);
    expect(page.records[0]).toMatchObject({ LastName: 'L11' });
    expect(org.values('SELECT LastName FROM Lead ORDER BY Id OFFSET 448', 'LastName')).toEqual([
      'L449',
      'L450',
    ]);
  });

  it('pages the children of one record by a locator of their own', () => {
    org.insert('Account', { Id: id('001', 1), Name: 'Acme' }, { Id: id('001', 2), Name: 'Bolt' });
    const contacts = Array.from({ length: 250 }, (_, n) => ({
      Id: id('003', n),
      LastName: `C${n}`,
      AccountId: id('001', 1),
    }));
    org.insert('Contact', ...contacts);
    const [account] = org.run('SELECT Name, (SELECT LastName FROM Contacts ORDER BY Id) FROM Account', {
      batchSize: 200,
    }).records;
    const children = account?.['Contacts'] as { nextRecordsUrl: string };
    expect(children).toMatchObject({ totalSize: 250, done: false });
    const rest = org.more(children.nextRecordsUrl);
    expect(rest).toMatchObject({ totalSize: 250, done: true });
    expect(rest.records.map((record) => record['LastName'])).toEqual(
      Array.from({ length: 50 }, (_, n) => `C${n + 200}`),
    );
  });

  it.each([['01gXXXXXXXXXXXXXXX-2000'], ['nonsense'], ['']])('does not know the locator %j', (locator) => {
    expect(() => org.more(locator)).toThrow(INVALID_LOCATOR);
  });

  it("keeps a user's cursor from others", () => {
    org.insert('Lead', ...leads(201));
    const { nextRecordsUrl } = org.run('SELECT Id FROM Lead', { batchSize: 200 });
    expect(() => org.more(nextRecordsUrl, { user: { id: id('005', 2) } })).toThrow(INVALID_LOCATOR);
    expect(org.more(nextRecordsUrl, { user: { id: ADA } }).records).toHaveLength(1);
  });

  it('forgets a cursor after two days', () => {
    org.insert('Lead', ...leads(201));
    const { nextRecordsUrl } = org.run('SELECT Id FROM Lead', { batchSize: 200 });
    org.now = new Date('2026-03-20T10:29:59.999Z');
    expect(org.more(nextRecordsUrl).records).toHaveLength(1);
    org.now = new Date('2026-03-20T10:30:00.000Z');
    expect(() => org.more(nextRecordsUrl)).toThrow(INVALID_LOCATOR);
  });

  it('drops the oldest cursor when there are too many', () => {
    org.insert('Lead', ...leads(201));
    const urls = Array.from(
      { length: 501 },
      () => org.run('SELECT Id FROM Lead', { batchSize: 200 }).nextRecordsUrl,
    );
    expect(() => org.more(urls[0])).toThrow(INVALID_LOCATOR);
    expect(org.more(urls[1]).records).toHaveLength(1);
    expect(org.more(urls[500]).records).toHaveLength(1);
  });

  it('sees fields that were added after it has planned a query', () => {
    org.define('Growing__c', 'a04', field('A__c'));
    org.insert('Growing__c', { Id: id('a04', 1), A__c: 'a' });
    const soql = 'SELECT FIELDS(CUSTOM) FROM Growing__c LIMIT 1';
    expect(org.records(soql)).toEqual([{ A__c: 'a' }]);
    org.define('Growing__c', 'a04', field('A__c'), field('B__c'));
    expect(org.records(soql)).toEqual([{ A__c: 'a', B__c: null }]);
  });

  it('plans a text once, apart for all rows', () => {
    org.insert('Lead', ...leads(1), { Id: id('00Q', 2), LastName: 'Gone', Company: 'C', IsDeleted: 1 });
    const soql = 'SELECT LastName FROM Lead';
    expect(org.values(soql, 'LastName')).toEqual(['L1']);
    expect(org.records(soql, { allRows: true })).toEqual([{ LastName: 'L1' }, { LastName: 'Gone' }]);
    org.database.prepared.length = 0;
    expect(org.values(soql, 'LastName')).toEqual(['L1']);
    expect(org.database.prepared).toHaveLength(1);
  });

  it('pages children of children on their own, and those of a later page too', () => {
    org.insert('Account', { Id: id('001', 1), Name: 'Acme' });
    org.insert(
      'Contact',
      ...Array.from({ length: 201 }, (_, index) => ({
        Id: id('003', index),
        LastName: `C${index}`,
        AccountId: id('001', 1),
      })),
    );
    org.insert(
      'Case',
      ...[0, 200].flatMap((contact) =>
        Array.from({ length: 201 }, (_, index) => ({
          Id: id('500', contact * 10 + index),
          ContactId: id('003', contact),
          Subject: `S${contact} ${index}`,
        })),
      ),
    );
    const soql = 'SELECT (SELECT LastName, (SELECT Subject FROM Cases) FROM Contacts) FROM Account';
    const [account] = org.run(soql, { batchSize: 200 }).records;
    const contacts = account!['Contacts'] as QueryResponse;
    expect(contacts).toMatchObject({ totalSize: 201, done: false });
    const cases = contacts.records[0]!['Cases'] as QueryResponse;
    expect(cases).toMatchObject({ totalSize: 201, done: false });
    expect(cases.records).toHaveLength(200);
    expect(org.more(cases.nextRecordsUrl).records).toMatchObject([{ Subject: 'S0 200' }]);

    const rest = org.more(contacts.nextRecordsUrl);
    expect(rest).toMatchObject({ totalSize: 201, done: true, records: [{ LastName: 'C200' }] });
    const others = rest.records[0]!['Cases'] as QueryResponse;
    expect(others).toMatchObject({ totalSize: 201, done: false });
    expect(org.more(others.nextRecordsUrl).records).toMatchObject([{ Subject: 'S200 200' }]);
  });

  it.each([
    ['FOR VIEW', '2026-03-18T10:30:00.000+0000', '2026-03-18T10:30:00.000+0000'],
    ['FOR REFERENCE', null, '2026-03-18T10:30:00.000+0000'],
    ['FOR REFERENCE, VIEW', '2026-03-18T10:30:00.000+0000', '2026-03-18T10:30:00.000+0000'],
    ['', null, null],
  ])('notes what was seen %s', (clause, LastViewedDate, LastReferencedDate) => {
    org.insert('Lead', ...leads(2));
    org.run(`SELECT LastName FROM Lead WHERE LastName = 'L1' ${clause}`);
    expect(
      org.records('SELECT LastName, LastViewedDate, LastReferencedDate FROM Lead ORDER BY LastName'),
    ).toEqual([
      { LastName: 'L1', LastViewedDate, LastReferencedDate },
      { LastName: 'L2', LastViewedDate: null, LastReferencedDate: null },
    ]);
  });

  it('notes the records of a later page when they are fetched', () => {
    org.insert('Lead', ...leads(201));
    const seen = () => org.run('SELECT COUNT() FROM Lead WHERE LastViewedDate != null').totalSize;
    const first = org.run('SELECT Id FROM Lead FOR VIEW', { batchSize: 200 });
    expect(seen()).toBe(200);
    org.more(first.nextRecordsUrl);
    expect(seen()).toBe(201);
  });

  it.each([
    ['FOR VIEW'],
    ['FOR REFERENCE'],
    ['WITH SYSTEM_MODE'],
    ['WITH SECURITY_ENFORCED'],
    ['WITH USER_MODE'],
    ['LIMIT 5 FOR VIEW UPDATE TRACKING'],
  ])('accepts %s', (clause) => {
    org.insert('Lead', ...leads(1));
    expect(org.values(`SELECT LastName FROM Lead ${clause}`, 'LastName')).toEqual(['L1']);
  });
});
