import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, field, id, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.define(
    'Place__c',
    'a02',
    field('Site__c', 'location'),
    field('Kind__c', 'picklist', {
      picklistValues: [
        { value: 'W', label: 'Warehouse' },
        { value: 'Shop', label: 'Shop' },
      ],
    }),
    field('Price__c', 'currency'),
    field('Opens__c', 'time'),
  );
  org.insert('User', {
    Id: ADA,
    Name: 'Ada Lovelace',
    Username: 'ada@example.com',
    Email: 'ada@example.com',
  });
  org.insert('Group', { Id: id('00G', 1), Name: 'Night Shift' });
  org.insert(
    'Account',
    {
      Id: id('001', 1),
      Name: 'Acme',
      OwnerId: ADA,
      BillingStreet: '1 Main Street',
      BillingCity: 'Springfield',
      BillingLatitude: 39.8,
      AnnualRevenue: 1_000_000.5,
      CreatedDate: '2026-01-02T03:04:05.000Z',
    },
    { Id: id('001', 2), Name: 'Subsidiary', OwnerId: ADA, ParentId: id('001', 1) },
  );
  org.insert(
    'Contact',
    { Id: id('003', 1), LastName: 'Roe', Name: 'Jane Roe', AccountId: id('001', 2), Birthdate: '1990-05-17' },
    { Id: id('003', 2), LastName: 'Doe', Name: 'Doe', IsDeleted: 1, AccountId: id('001', 2) },
    { Id: id('003', 3), LastName: 'Poe', Name: 'Poe' },
  );
  org.insert('Lead', { Id: id('00Q', 1), LastName: 'Lead', Name: 'A Lead', Company: 'Example' });
  org.insert('Case', { Id: id('500', 1), Subject: 'Broken', OwnerId: id('00G', 1), ContactId: id('003', 1) });
  org.insert(
    'Task',
    { Id: id('00T', 1), Subject: 'Call', WhatId: id('001', 1), WhoId: id('003', 1), OwnerId: ADA },
    { Id: id('00T', 2), Subject: 'Write', WhatId: id('500', 1), WhoId: id('00Q', 1), OwnerId: ADA },
    { Id: id('00T', 3), Subject: 'Rest', OwnerId: ADA },
  );
  org.insert('Attachment', { Id: id('00P', 1), Name: 'a.txt', Body: 'aGVsbG8=', ParentId: id('001', 1) });
  org.insert('Place__c', {
    Id: id('a02', 1),
    Name: 'P',
    Site__Latitude__s: 50.5,
    Site__Longitude__s: 7.1,
    Kind__c: 'W',
    Price__c: 12.5,
    Opens__c: '08:00:00.000Z',
  });
});

afterAll(() => org.close());

describe('SELECT of records', () => {
  it('names fields as the catalog does, in the order of the query, with the attributes of each record', () => {
    expect(
      org.run('SELECT createddate, NAME, annualrevenue, isdeleted FROM account ORDER BY id LIMIT 1'),
    ).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001000000000001AAA' },
          CreatedDate: '2026-01-02T03:04:05.000+0000',
          Name: 'Acme',
          AnnualRevenue: 1000000.5,
          IsDeleted: false,
        },
      ],
    });
    const [record] = org.run('SELECT Phone, Name, Id FROM Account LIMIT 1').records;
    expect(Object.keys(record!)).toEqual(['attributes', 'Phone', 'Name', 'Id']);
  });

  it('answers with the API version of the request', () => {
    const [record] = org.run('SELECT Id FROM Account LIMIT 1', { apiVersion: '60.0' }).records;
    expect(record?.attributes.url).toBe('/services/data/v60.0/sobjects/Account/001000000000001AAA');
  });

  it('nests parents as objects with attributes of their own, or null', () => {
    expect(
      org.run('SELECT Account.Parent.Name, Account.Owner.Email, AccountId FROM Contact ORDER BY Id').records,
    ).toEqual([
      {
        attributes: { type: 'Contact', url: '/services/data/v67.0/sobjects/Contact/003000000000001AAA' },
        Account: {
          attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001000000000002AAA' },
          Parent: {
            attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001000000000001AAA' },
            Name: 'Acme',
          },
          Owner: {
            attributes: { type: 'User', url: '/services/data/v67.0/sobjects/User/005000000000001AAA' },
            Email: 'ada@example.com',
          },
        },
        AccountId: '001000000000002AAA',
      },
      {
        attributes: { type: 'Contact', url: '/services/data/v67.0/sobjects/Contact/003000000000003AAA' },
        Account: null,
        AccountId: null,
      },
    ]);
  });

  it.each([
    ["SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Name = 'Subsidiary'"],
    ["SELECT Contact.Name, Account.Name FROM Contact WHERE Contact.Account.Name = 'Subsidiary'"],
    ["SELECT c.name, c.account.name FROM contact AS c WHERE C.ACCOUNT.NAME = 'subsidiary'"],
  ])('follows aliases and the name of the object itself: %s', (soql) => {
    expect(org.records(soql)).toEqual([{ Name: 'Jane Roe', Account: { Name: 'Subsidiary' } }]);
  });

  it('puts addresses and locations together, null when they are empty', () => {
    expect(org.records("SELECT BillingAddress, ShippingAddress FROM Account WHERE Name = 'Acme'")).toEqual([
      {
        BillingAddress: {
          street: '1 Main Street',
          city: 'Springfield',
          state: null,
          postalCode: null,
          country: null,
          latitude: 39.8,
          longitude: null,
          geocodeAccuracy: null,
        },
        ShippingAddress: null,
      },
    ]);
    expect(org.records('SELECT Site__c, Site__Latitude__s, Opens__c FROM Place__c')).toEqual([
      {
        Site__c: { latitude: 50.5, longitude: 7.1 },
        Site__Latitude__s: 50.5,
        Opens__c: '08:00:00.000Z',
      },
    ]);
  });

  it('gives the address of a blob instead of the blob', () => {
    expect(org.values('SELECT Body FROM Attachment', 'Body')).toEqual([
      '/services/data/v67.0/sobjects/Attachment/00P000000000001EAA/Body',
    ]);
  });

  it('reads the name and the type of whatever a polymorphic reference points to', () => {
    const soql = 'SELECT What.Name, What.Type, Who.Name FROM Task ORDER BY Id';
    expect(org.records(soql)).toEqual([
      { What: { Name: 'Acme', Type: 'Account' }, Who: { Name: 'Jane Roe' } },
      { What: { Name: null, Type: 'Case' }, Who: { Name: 'A Lead' } },
      { What: null, Who: null },
    ]);
    expect(org.run('SELECT Owner.Name FROM Case').records[0]?.['Owner']).toEqual({
      attributes: { type: 'Name', url: '/services/data/v67.0/sobjects/Group/00G000000000001EAA' },
      Name: 'Night Shift',
    });
  });

  it('filters and sorts by the fields of polymorphic parents', () => {
    expect(org.values("SELECT Subject FROM Task WHERE What.Type = 'account'", 'Subject')).toEqual(['Call']);
    expect(org.values("SELECT Subject FROM Task WHERE Who.Name LIKE 'a %'", 'Subject')).toEqual(['Write']);
    expect(org.values('SELECT Subject FROM Task ORDER BY Who.Name DESC', 'Subject')).toEqual([
      'Rest',
      'Call',
      'Write',
    ]);
  });

  it('chooses the fields of TYPEOF by the record behind the reference', () => {
    const soql =
      'SELECT TYPEOF What WHEN Account THEN Name, Owner.Name WHEN Case THEN Subject END, ' +
      'TYPEOF Who WHEN Contact THEN LastName ELSE Name END FROM Task ORDER BY Id';
    expect(org.records(soql)).toEqual([
      { What: { Name: 'Acme', Owner: { Name: 'Ada Lovelace' } }, Who: { LastName: 'Roe' } },
      { What: { Subject: 'Broken' }, Who: { Name: 'A Lead' } },
      { What: null, Who: null },
    ]);
    expect(
      org.run('SELECT TYPEOF Who WHEN Contact THEN Id ELSE Name END FROM Task ORDER BY Id').records[1]?.[
        'Who'
      ],
    ).toEqual({
      attributes: { type: 'Lead', url: '/services/data/v67.0/sobjects/Lead/00Q000000000001EAA' },
      Name: 'A Lead',
    });
    expect(org.records("SELECT TYPEOF What WHEN Case THEN Id END FROM Task WHERE Subject = 'Call'")).toEqual([
      { What: null },
    ]);
  });

  it('expands FIELDS', () => {
    const [all] = org.records('SELECT FIELDS(ALL) FROM Place__c LIMIT 200') as Record<string, unknown>[];
    expect(all).toMatchObject({ Name: 'P', Kind__c: 'W', Site__c: { latitude: 50.5, longitude: 7.1 } });
    expect(Object.keys((org.records('SELECT FIELDS(CUSTOM) FROM Place__c LIMIT 1') as object[])[0]!)).toEqual(
      ['Site__c', 'Site__Latitude__s', 'Site__Longitude__s', 'Kind__c', 'Price__c', 'Opens__c'],
    );
    const [standard] = org.records('SELECT FIELDS(STANDARD), Kind__c FROM Place__c') as Record<
      string,
      unknown
    >[];
    expect(standard).toMatchObject({ Name: 'P', Kind__c: 'W' });
    expect(standard).not.toHaveProperty('Price__c');
    expect(org.records(`SELECT FIELDS(ALL) FROM Place__c WHERE Id IN ('${id('a02', 1)}')`)).toHaveLength(1);
  });

  it('shows labels, texts and unconverted amounts', () => {
    expect(
      org.records('SELECT toLabel(Kind__c), FORMAT(Price__c) Cost, convertCurrency(Price__c) FROM Place__c'),
    ).toEqual([{ Kind__c: 'Warehouse', Cost: '$12.50', Price__c: 12.5 }]);
    expect(org.values("SELECT Name FROM Place__c WHERE toLabel(Kind__c) = 'warehouse'")).toEqual(['P']);
  });

  it('measures distances', () => {
    const [near] = org.values(
      "SELECT DISTANCE(Site__c, GEOLOCATION(50.9375, 6.9603), 'km') FROM Place__c",
      'expr0',
    ) as [number];
    expect(near).toBeCloseTo(49.63, 1);
    expect(
      org.values(
        "SELECT Name FROM Place__c WHERE DISTANCE(Site__c, GEOLOCATION(50.9375, 6.9603), 'mi') < 31",
      ),
    ).toEqual(['P']);
    expect(
      org.values(
        "SELECT Name FROM Place__c WHERE DISTANCE(Site__c, GEOLOCATION(50.9375, 6.9603), 'mi') < 30",
      ),
    ).toEqual([]);
  });
});

describe('subqueries', () => {
  it('answer like queries of their own, or null without children', () => {
    expect(
      org.run('SELECT (SELECT LastName, Account.Name FROM contacts) FROM Account ORDER BY Id').records,
    ).toEqual([
      {
        attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001000000000001AAA' },
        Contacts: null,
      },
      {
        attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001000000000002AAA' },
        Contacts: {
          totalSize: 1,
          done: true,
          records: [
            {
              attributes: {
                type: 'Contact',
                url: '/services/data/v67.0/sobjects/Contact/003000000000001AAA',
              },
              LastName: 'Roe',
              Account: {
                attributes: {
                  type: 'Account',
                  url: '/services/data/v67.0/sobjects/Account/001000000000002AAA',
                },
                Name: 'Subsidiary',
              },
            },
          ],
        },
      },
    ]);
  });

  it('filter, sort and limit the children of each record', () => {
    org.insert(
      'Contact',
      ...[4, 5, 6].map((n) => ({ Id: id('003', n), LastName: `L${n}`, AccountId: id('001', 1) })),
    );
    const soql =
      "SELECT Name, (SELECT LastName FROM Account.Contacts WHERE LastName LIKE 'L%' ORDER BY LastName DESC LIMIT 2) " +
      'FROM Account ORDER BY Id';
    expect(org.records(soql)).toEqual([
      {
        Name: 'Acme',
        Contacts: { totalSize: 2, done: true, records: [{ LastName: 'L6' }, { LastName: 'L5' }] },
      },
      { Name: 'Subsidiary', Contacts: null },
    ]);
  });

  it('see deleted children when the query does', () => {
    const soql =
      "SELECT (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Name = 'Subsidiary'";
    expect(org.records(soql, { allRows: true })).toEqual([
      { Contacts: { totalSize: 2, done: true, records: [{ LastName: 'Doe' }, { LastName: 'Roe' }] } },
    ]);
  });

  it('stand in subqueries', () => {
    const soql =
      "SELECT (SELECT Name, (SELECT Subject FROM Cases) FROM Contacts WHERE LastName = 'Roe') FROM Account WHERE Name = 'Subsidiary'";
    expect(org.records(soql)).toEqual([
      {
        Contacts: {
          totalSize: 1,
          done: true,
          records: [
            { Name: 'Jane Roe', Cases: { totalSize: 1, done: true, records: [{ Subject: 'Broken' }] } },
          ],
        },
      },
    ]);
  });
});

describe('semi-joins', () => {
  it.each([
    ["Id IN (SELECT AccountId FROM Contact WHERE LastName = 'roe')", ['Subsidiary']],
    ["Id NOT IN (SELECT AccountId FROM Contact WHERE LastName = 'roe')", ['Acme']],
    ['ParentId NOT IN (SELECT AccountId FROM Opportunity)', ['Acme', 'Subsidiary']],
    ["ParentId = null AND OwnerId IN (SELECT Id FROM User WHERE Name LIKE 'ada%')", ['Acme']],
    ["Id IN (SELECT AccountId FROM Contact WHERE Account.Parent.Name = 'Acme')", ['Subsidiary']],
  ])('WHERE %s finds %j', (where, names) => {
    expect(org.values(`SELECT Name FROM Account WHERE ${where} ORDER BY Id`)).toEqual(names);
  });

  it('do not see deleted records', () => {
    const soql =
      "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Doe')";
    expect(org.values(soql)).toEqual([]);
    expect(org.records(soql, { allRows: true })).toEqual([{ Name: 'Subsidiary' }]);
  });
});
