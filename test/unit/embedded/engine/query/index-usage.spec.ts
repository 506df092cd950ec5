import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, field, id, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.define(
    'Item__c',
    'a05',
    field('Code__c', 'string', { externalId: true, unique: true }),
    field('Number__c', 'double', { externalId: true }),
    field('Key__c', 'string', { externalId: true, unique: true, caseSensitive: true }),
  );
  org.insert('User', { Id: ADA, Username: 'ada@example.com' });
  org.insert('Account', { Id: id('001', 1), Name: 'Acme' });
  org.insert('Contact', { Id: id('003', 1), LastName: 'Roe', AccountId: id('001', 1) });
  org.insert('Task', { Id: id('00T', 1), WhatId: id('001', 1) });
});

afterAll(() => org.close());

describe('the plan of SQLite', () => {
  it.each([
    [
      'an id',
      `FROM Account WHERE Id = '${id('001', 1)}'`,
      /SEARCH t0 USING INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
    ],
    [
      'a list of ids',
      `FROM Account WHERE Id IN ('${id('001', 1)}', '${id('001', 2)}')`,
      /SEARCH t0 USING INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
    ],
    [
      'ids after a known one',
      `FROM Account WHERE Id > '${id('001', 1)}' ORDER BY Id`,
      /SEARCH t0 USING INDEX sqlite_autoindex_Account_1 \(Id>\?\)/,
    ],
    ['a name', "FROM Account WHERE Name = 'acme'", /SEARCH t0 USING INDEX Account\.Name \(<expr>=\?\)/],
    [
      'names',
      "FROM Account WHERE Name IN ('acme', 'bolt')",
      /SEARCH t0 USING INDEX Account\.Name \(<expr>=\?\)/,
    ],
    [
      'the beginning of a name',
      "FROM Account WHERE Name LIKE 'ac%'",
      /SEARCH t0 USING INDEX Account\.Name \(<expr>>\? AND <expr><\?\)/,
    ],
    [
      'an external id',
      "FROM Item__c WHERE Code__c = 'x1'",
      /SEARCH t0 USING INDEX Item__c\.Code__c \(<expr>=\?\)/,
    ],
    [
      'a numeric external id',
      'FROM Item__c WHERE Number__c = 42',
      /SEARCH t0 USING INDEX Item__c\.Number__c \(Number__c=\?\)/,
    ],
    [
      'numeric external ids',
      'FROM Item__c WHERE Number__c IN (42, 43)',
      /SEARCH t0 USING INDEX Item__c\.Number__c \(Number__c=\?\)/,
    ],
    [
      'a case-sensitive external id',
      "FROM Item__c WHERE Key__c = 'x1'",
      /SEARCH t0 USING INDEX Item__c\.Key__c \(Key__c=\?\)/,
    ],
    [
      'a lookup',
      `FROM Contact WHERE AccountId = '${id('001', 1)}'`,
      /SEARCH t0 USING INDEX Contact\.AccountId \(AccountId=\?\)/,
    ],
    [
      'a lookup of any object',
      `FROM Task WHERE WhatId = '${id('001', 1)}'`,
      /SEARCH t0 USING INDEX Task\.WhatId \(WhatId=\?\)/,
    ],
    [
      'a user name',
      "FROM User WHERE Username = 'ADA@example.com'",
      /SEARCH t0 USING INDEX User\.Username \(<expr>=\?\)/,
    ],
    [
      'a parent',
      `FROM Contact WHERE AccountId = '${id('001', 1)}' AND Account.Name = 'Acme'`,
      /SEARCH t1 USING INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
    ],
    [
      "a parent's name",
      "FROM Contact WHERE Account.Name = 'Acme'",
      /SEARCH t1 USING INDEX Account\.Name \(<expr>=\?\)\nSEARCH t0 USING INDEX Contact\.AccountId/,
    ],
    [
      "a grandparent's user name",
      "FROM Contact WHERE Account.Owner.Username IN ('ada@example.com')",
      /SEARCH t2 USING INDEX User\.Username .*\nSEARCH t1 USING INDEX Account\.OwnerId .*\nSEARCH t0 USING INDEX Contact\.AccountId/,
    ],
    [
      'a semi-join',
      "FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id = '003000000000001')",
      /SEARCH t0 USING INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
    ],
    [
      'the number of those with a name',
      "COUNT FROM Account WHERE Name = 'acme'",
      /SEARCH t0 USING INDEX Account\.Name \(<expr>=\?\)/,
    ],
    [
      'groups of the children of a record',
      `GROUPS FROM Contact WHERE AccountId = '${id('001', 1)}'`,
      /SEARCH t0 USING INDEX Contact\.AccountId \(AccountId=\?\)/,
    ],
    [
      'a name in an order of its own',
      "FROM Account WHERE Name = 'acme' ORDER BY Industry, CreatedDate DESC",
      /SEARCH t0 USING INDEX Account\.Name \(<expr>=\?\)/,
    ],
    [
      'a lookup or a name',
      `FROM Contact WHERE AccountId = '${id('001', 1)}' OR Email = 'a@example.com'`,
      /MULTI-INDEX OR/,
    ],
    [
      'the name of an owner of any kind',
      "FROM Lead WHERE Owner.Name = 'ada'",
      /SEARCH t0 USING INDEX Lead\.OwnerId \(OwnerId=\?\)[^]*SEARCH User USING INDEX User\.Name \(<expr>=\?\)/,
    ],
    [
      'names of whatever an activity is about',
      "FROM Task WHERE What.Name IN ('acme', 'bolt')",
      /SEARCH t0 USING INDEX Task\.WhatId \(WhatId=\?\)[^]*SEARCH Account USING INDEX Account\.Name \(<expr>=\?\)/,
    ],
    ['no filter', 'FROM Account', /SCAN t0 USING INDEX sqlite_autoindex_Account_1$/],
    ['the order of names', 'FROM Account ORDER BY Name', /SCAN t0 USING INDEX Account\.Name/],
  ])('finds %s by an index', (_what, query, step) => {
    const soql = query
      .replace(/^FROM/, 'SELECT Id, SystemModstamp FROM')
      .replace(/^COUNT/, 'SELECT COUNT()')
      .replace(/^GROUPS (.*)$/, 'SELECT LastName, COUNT(Id) $1 GROUP BY LastName');
    expect(org.explain(soql)).toMatch(step);
  });

  it('finds the rows of a later page by their ids', () => {
    const leads = Array.from({ length: 201 }, (_, index) => ({ Id: id('00Q', index), LastName: 'L' }));
    org.insert('Lead', ...leads);
    const { nextRecordsUrl } = org.run('SELECT LastName FROM Lead', { batchSize: 200 });
    org.database.prepared.length = 0;
    org.more(nextRecordsUrl);
    const [page] = org.database.prepared;
    const steps = org.database.prepare(`EXPLAIN QUERY PLAN ${page}`).all();
    expect(steps.map(({ detail }) => detail)).toContain(
      'SEARCH t0 USING INDEX sqlite_autoindex_Lead_1 (Id=?)',
    );
  });

  it('finds the children of a record by the index of their reference', () => {
    org.database.prepared.length = 0;
    org.run('SELECT Id, (SELECT LastName FROM Contacts) FROM Account');
    const children = org.database.prepared.find((sql) => sql.includes('"Contact" AS "t0"'));
    const [step] = org.database.prepare(`EXPLAIN QUERY PLAN ${children}`).all();
    expect(step?.['detail']).toBe('SEARCH t0 USING INDEX Contact.AccountId (AccountId=?)');
  });
});
