import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import { compileHydrator } from '../../../../lib/hydration/record-hydrator.js';
import { buildSoqlPlan } from '../../../../lib/query/text/soql-plan.builder.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, Contact, metadataOf, Opportunity, Task, User } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

type EntityClass = Parameters<typeof metadataOf>[0];

function read(entity: EntityClass, soql: string, record: Record<string, unknown>): object {
  const { plan } = buildSoqlPlan(metadataOf(entity), soql);
  return compileHydrator(plan.shape)({ attributes: { type: entity.name }, ...record }, NO_CONTENT);
}

describe('buildSoqlPlan', () => {
  it('makes entities of what the text selects', () => {
    const account = read(
      Account,
      'select id, name, createddate, owner.Email, Owner.Manager.Name from ACCOUNT where Unmapped__c = 5',
      {
        Id: '001',
        Name: 'Acme',
        CreatedDate: '2026-01-31T10:00:00.000+0000',
        Owner: {
          attributes: { type: 'User' },
          Email: 'a@x.com',
          Manager: { attributes: { type: 'User' }, Name: 'Bo' },
        },
      },
    ) as Account;
    expect(account).toEqual({
      id: '001',
      name: 'Acme',
      createdDate: new Date(Date.UTC(2026, 0, 31, 10)),
      owner: { email: 'a@x.com', manager: { name: 'Bo' } },
    });
    expect(account).toBeInstanceOf(Account);
    expect(account.owner?.manager).toBeInstanceOf(User);
  });

  it('reads children, through names with and without the object', () => {
    const soql =
      'SELECT Name, (SELECT LastName, ReportsTo.LastName FROM Contacts WHERE Email != null LIMIT 5), (SELECT Amount__c FROM Account.Invoices__r) FROM Account';
    const account = read(Account, soql, {
      Name: 'Acme',
      Contacts: {
        totalSize: 1,
        done: true,
        records: [{ attributes: { type: 'Contact' }, LastName: 'Ada', ReportsTo: null }],
      },
      Invoices__r: null,
    }) as Account;
    expect(account).toEqual({ name: 'Acme', contacts: [{ lastName: 'Ada', reportsTo: null }], invoices: [] });
    expect(account.contacts?.[0]).toBeInstanceOf(Contact);
  });

  it('sees through aliases of objects', () => {
    const record = { Name: 'Acme', Owner: { attributes: { type: 'User' }, Name: 'Bo' } };
    const expected = { name: 'Acme', owner: { name: 'Bo' } };
    expect(read(Account, 'SELECT a.Name, a.Owner.Name FROM Account a', record)).toEqual(expected);
    expect(read(Account, 'SELECT Account.Name, o.Name FROM Account a, a.Owner o', record)).toEqual(expected);
  });

  it('reads what users see under the name of the field', () => {
    const soql =
      'SELECT toLabel(StageName), FORMAT(convertCurrency(Amount)), FORMAT(CreatedDate) FROM Opportunity';
    const record = { StageName: 'Gewonnen', Amount: '5,00 €', CreatedDate: '31.1.2026' };
    expect(read(Opportunity, soql, record)).toEqual({
      stageName: 'Gewonnen',
      amount: '5,00 €',
      createdDate: '31.1.2026',
    });
  });

  it('reads the mapped fields of FIELDS()', () => {
    const { plan } = buildSoqlPlan(metadataOf(Opportunity), 'SELECT FIELDS(CUSTOM) FROM Opportunity LIMIT 5');
    expect(plan.shape.fields.map(({ property }) => property)).toEqual(['site']);
    const standard = buildSoqlPlan(metadataOf(Opportunity), 'SELECT FIELDS(STANDARD) FROM Opportunity').plan
      .shape;
    expect(standard.fields.map(({ property }) => property)).toEqual([
      'id',
      'name',
      'amount',
      'quantity',
      'stageName',
      'closeDate',
      'isWon',
      'createdDate',
      'accountId',
      'ownerId',
    ]);
  });

  it('reads polymorphic parents', () => {
    const soql =
      'SELECT Subject, TYPEOF What WHEN Account THEN Name, Owner.Name WHEN opportunity THEN Amount ELSE Name END, TYPEOF Who WHEN Lead THEN Company END FROM Task';
    const task = read(Task, soql, {
      Subject: 'Call',
      What: { attributes: { type: 'Opportunity' }, Amount: 5 },
      Who: { attributes: { type: 'Lead' }, Company: 'Acme' },
    }) as Task;
    expect(task).toEqual({
      subject: 'Call',
      what: { $type: 'Opportunity', amount: 5 },
      lead: { company: 'Acme' },
    });
    expect(task.what).toBeInstanceOf(Opportunity);
    const other = { Subject: 'Call', What: { attributes: { type: 'Case' }, Name: '0001' }, Who: null };
    expect(read(Task, soql, other)).toEqual({
      subject: 'Call',
      what: { $type: 'else', name: '0001' },
      lead: null,
    });
    expect(
      read(Task, 'SELECT What.Name, What.Type FROM Task', {
        What: { attributes: { type: 'Name' }, Name: 'Acme', Type: 'Account' },
      }),
    ).toEqual({
      what: { $type: 'else', name: 'Acme', type: 'Account' },
    });
  });

  it('leaves the rest of the text as it is', () => {
    const soql =
      "SELECT Id FROM Account USING SCOPE mine WHERE Name LIKE 'A%' ORDER BY Name ASC LIMIT 5 OFFSET 6 FOR VIEW";
    expect(printSoql(buildSoqlPlan(metadataOf(Account), soql).plan.query)).toBe(soql);
  });

  it('knows that ALL ROWS is a matter of the resource', () => {
    const { plan, allRows } = buildSoqlPlan(metadataOf(Account), 'SELECT Id FROM Account ALL ROWS');
    expect(allRows).toBe(true);
    expect(printSoql(plan.query)).toBe('SELECT Id FROM Account');
    expect(buildSoqlPlan(metadataOf(Account), 'SELECT Id FROM Account').allRows).toBe(false);
  });

  it('says where in the text it is, what was meant and what to do', () => {
    expect(() => buildSoqlPlan(metadataOf(Account), 'SELECT Id, Nmae FROM Account')).toThrow(
      new InvalidQueryException(
        'SELECT Id, Nmae FROM Account\n' +
          '           ^\n' +
          'ERROR at Row:1:Column:12\n' +
          "No property of Account maps the field 'Nmae'. Did you mean Name? connection.soql gives raw records of any query.",
      ),
    );
  });

  it.each<[string, EntityClass, string, string]>([
    [
      'another object',
      Account,
      'SELECT Id FROM Acount',
      "Account is Account in the org, and this reads 'Acount'.",
    ],
    [
      'an unknown parent',
      Account,
      'SELECT Ownr.Name FROM Account',
      "No property of Account maps the parent 'Ownr'. Did you mean Owner?",
    ],
    [
      'an unknown field of a parent',
      Account,
      'SELECT Owner.Emial FROM Account',
      "No property of User maps the field 'Emial'. Did you mean Email?",
    ],
    [
      'an unknown child',
      Account,
      'SELECT (SELECT Id FROM Contacs) FROM Account',
      "No property of Account maps the child relationship 'Contacs'. Did you mean Contacts?",
    ],
    [
      'an unknown field of a child',
      Account,
      'SELECT (SELECT Lastname2 FROM Contacts) FROM Account',
      "No property of Contact maps the field 'Lastname2'. Did you mean LastName?",
    ],
    [
      'a name that is like nothing',
      Account,
      'SELECT Xyzzy FROM Account',
      "No property of Account maps the field 'Xyzzy'. connection.soql",
    ],
    [
      'an aggregate',
      Account,
      'SELECT COUNT(Id) FROM Account',
      'Aggregates, functions and aliases have no property of an entity to go to.',
    ],
    [
      'a field twice',
      Account,
      'SELECT Id, Owner.Name, owner.name FROM Account',
      'owner.name is selected twice.',
    ],
    [
      'a group',
      Account,
      'SELECT Industry FROM Account GROUP BY Industry',
      'Aggregates, functions and aliases',
    ],
    ['an alias', Account, 'SELECT toLabel(Industry) label FROM Account', 'Aggregates, functions and aliases'],
    [
      'an unknown kind',
      Task,
      'SELECT TYPEOF What WHEN Acount THEN Name END FROM Task',
      "No property of Task maps the kind of What 'Acount'. Did you mean Account?",
    ],
    [
      'an unknown field of a kind',
      Task,
      'SELECT TYPEOF What WHEN Account THEN Nmae END FROM Task',
      "No property of Account maps the field 'Nmae'.",
    ],
    [
      'a parent of several properties',
      Task,
      'SELECT Who.Name FROM Task',
      'Who may be of several kinds, each with a property of its own: read it by TYPEOF.',
    ],
    [
      'an else of several properties',
      Task,
      'SELECT TYPEOF Who WHEN Lead THEN Company ELSE Name END FROM Task',
      'no property holds what ELSE reads of Who.',
    ],
    [
      'what the platform does not run',
      Account,
      'SELECT Id FROM Account OFFSET 2001',
      'OFFSET is 2001, and the platform skips 2000 records at most.',
    ],
  ])('refuses %s', (_, entity, soql, message) => {
    expect(() => buildSoqlPlan(metadataOf(entity), soql)).toThrow(InvalidQueryException);
    expect(() => buildSoqlPlan(metadataOf(entity), soql)).toThrow(message);
  });

  it('refuses what is no query', () => {
    expect(() => buildSoqlPlan(metadataOf(Account), 'SELECT FROM Account')).toThrow(MalformedQueryException);
  });
});
