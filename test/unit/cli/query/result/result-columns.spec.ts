import { describe, expect, it } from '@jest/globals';
import { resultColumns } from '../../../../../lib/cli/query/result/result-columns.js';
import { selectedPaths } from '../../../../../lib/cli/query/result/selected-paths.js';
import type { WireRecord } from '../../../../../lib/protocol/query-response.interface.js';
import { parseSoql } from '../../../../../lib/soql/parser/soql-parser.js';

const record = (type: string, values: object): WireRecord => ({ attributes: { type }, ...values });

const titles = (records: readonly WireRecord[], soql?: string): readonly string[] =>
  resultColumns(records, soql === undefined ? undefined : selectedPaths(parseSoql(soql))).map(
    ({ title }) => title,
  );

const ADA = record('Contact', {
  Id: '003000000000001AAA',
  LastName: 'Lovelace',
  Account: record('Account', { Name: 'Acme', Owner: record('User', { Name: 'Grace' }) }),
  MailingAddress: { city: 'London', country: null },
});
const ORPHAN = record('Contact', {
  Id: '003000000000002AAA',
  LastName: 'Nobody',
  Account: null,
  MailingAddress: null,
});

describe('resultColumns', () => {
  it.each<[string, WireRecord[], string[]]>([
    ['SELECT Id, LastName FROM Contact', [], ['Id', 'LastName']],
    [
      'SELECT lastname, id, account.owner.name FROM contact',
      [ADA],
      ['LastName', 'Id', 'Account.Owner.Name', 'Account.Name', 'MailingAddress'],
    ],
    [
      'SELECT c.Account.Name, c.Id, Contact.LastName, MailingAddress, c.Account.Owner.Name FROM Contact c',
      [ORPHAN],
      ['Account.Name', 'Id', 'LastName', 'MailingAddress', 'Account.Owner.Name'],
    ],
    [
      'SELECT Id, Account.Name, LastName, Account.Owner.Name, MailingAddress FROM Contact',
      [ORPHAN, ADA],
      ['Id', 'Account.Name', 'LastName', 'Account.Owner.Name', 'MailingAddress'],
    ],
    [
      'SELECT FIELDS(ALL), Account.Name FROM Contact',
      [ORPHAN],
      ['Id', 'LastName', 'MailingAddress', 'Account.Name'],
    ],
    ['SELECT toLabel(LastName) FROM Contact', [record('Contact', { LastName: 'x' })], ['LastName']],
    ['SELECT FORMAT(Amount) Shown FROM Opportunity', [record('Opportunity', { Shown: '1' })], ['Shown']],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', [], ['Id', 'Contacts']],
  ])('follow the query: %s', (soql, records, expected) => {
    expect(titles(records, soql)).toEqual(expected);
  });

  it('name groups as the org does', () => {
    const soql =
      'SELECT Account.Name, COUNT(Id), MAX(Amount) Most, SUM(Amount) FROM Opportunity GROUP BY Account.Name';
    const row = record('AggregateResult', { Name: 'Acme', expr0: 2, Most: 5, expr1: 7 });
    expect(titles([row], soql)).toEqual(['Name', 'expr0', 'Most', 'expr1']);
    expect(titles([], soql)).toEqual(['Name', 'expr0', 'Most', 'expr1']);
  });

  it('hold what TYPEOF has found in its place', () => {
    const soql =
      'SELECT Id, TYPEOF What WHEN Account THEN Phone WHEN Opportunity THEN Amount END, Subject FROM Task';
    const records = [
      record('Task', { Id: '1', What: record('Account', { Phone: '1' }), Subject: 's' }),
      record('Task', { Id: '2', What: record('Opportunity', { Amount: 2 }), Subject: 's' }),
      record('Task', { Id: '3', What: null, Subject: 's' }),
    ];
    expect(titles(records, soql)).toEqual(['Id', 'What.Phone', 'What.Amount', 'Subject']);
  });

  it('are made of the records where the query is not understood', () => {
    expect(titles([ORPHAN, ADA])).toEqual([
      'Id',
      'LastName',
      'MailingAddress',
      'Account.Name',
      'Account.Owner.Name',
    ]);
  });

  it('leave out what the org calls by another name, which comes last', () => {
    const soql = "SELECT DISTANCE(Place__c, GEOLOCATION(1, 2), 'km'), Id FROM Account";
    expect(titles([record('Account', { Far: 3, Id: '1' })], soql)).toEqual(['Id', 'Far']);
  });

  it('read values through parents, in any spelling', () => {
    const [id, city, owner] = resultColumns(
      [ORPHAN],
      [
        { kind: 'field', path: ['Id'] },
        { kind: 'field', path: ['MailingAddress'] },
        { kind: 'field', path: ['account', 'owner', 'name'] },
      ],
    );
    expect(id?.value(ADA)).toBe('003000000000001AAA');
    expect(city?.value(ADA)).toEqual({ city: 'London', country: null });
    expect(owner?.value(ADA)).toBe('Grace');
    expect(owner?.value(ORPHAN)).toBeNull();
  });
});
