import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import type { EntityShape } from '../../../../lib/hydration/entity-shape.interface.js';
import type { FindOptions } from '../../../../lib/query/find/find-options.interface.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import type { Select } from '../../../../lib/query/select/select.type.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, Contact, metadataOf, Task } from '../query-entities.js';

const account = metadataOf(Account);

function soqlOf(options: UntypedFindOptions): string {
  return printSoql(buildFindQuery(account, options).query);
}

/** The properties of a shape, in the form of the selection that gives it. */
function propertiesOf(shape: EntityShape): unknown {
  const fields = shape.fields.map(({ property }) => [property, true]);
  const relations = [...shape.parents, ...shape.children].map((relation) => [
    relation.property,
    propertiesOf(relation.shape),
  ]);
  return Object.fromEntries([...fields, ...relations]);
}

describe('buildFindQuery', () => {
  it('reads all fields where none is selected', () => {
    expect(soqlOf({})).toBe(
      'SELECT Id, Name, Industry, AnnualRevenue, IsPartner__c, Tags__c, FoundedOn__c, OpensAt__c, Description, ' +
        'BillingAddress, CreatedDate, OwnerId, ParentId FROM Account',
    );
  });

  it.each<[Select<Account>, string]>([
    [{ name: true }, 'SELECT Id, Name FROM Account'],
    [{ name: true, id: true }, 'SELECT Id, Name FROM Account'],
    [{ name: true, industry: undefined }, 'SELECT Id, Name FROM Account'],
    [{ owner: { email: true } }, 'SELECT Id, Owner.Id, Owner.Email FROM Account'],
    [
      { name: true, owner: true },
      'SELECT Id, Name, Owner.Id, Owner.Name, Owner.Email, Owner.IsActive, Owner.ManagerId FROM Account',
    ],
    [
      { parent: { name: true, owner: { manager: { name: true } } } },
      'SELECT Id, Parent.Id, Parent.Name, Parent.Owner.Id, Parent.Owner.Manager.Id, Parent.Owner.Manager.Name FROM Account',
    ],
    [
      { contacts: true },
      'SELECT Id, (SELECT Id, LastName, Email, AccountId, ReportsToId FROM Contacts) FROM Account',
    ],
    [
      { name: true, contacts: { select: { lastName: true }, orderBy: { lastName: 'asc' }, take: 5 } },
      'SELECT Id, Name, (SELECT Id, LastName FROM Contacts ORDER BY LastName ASC LIMIT 5) FROM Account',
    ],
    [
      {
        contacts: {
          select: { reportsTo: { lastName: true } },
          where: { email: { not: null }, account: { name: 'x' } },
        },
      },
      "SELECT Id, (SELECT Id, ReportsTo.Id, ReportsTo.LastName FROM Contacts WHERE Email != null AND Account.Name = 'x') FROM Account",
    ],
    [
      { contacts: { select: { invoices: { select: { amount: true } } } } },
      'SELECT Id, (SELECT Id, (SELECT Id, Amount__c FROM Invoices__r) FROM Contacts) FROM Account',
    ],
  ])('selects %p', (select, soql) => {
    expect(soqlOf({ select })).toBe(soql);
  });

  it('puts the clauses together', () => {
    const options: FindOptions<Account> = {
      where: { name: { startsWith: 'A' } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 10,
      skip: 20,
    };
    expect(soqlOf({ ...options, select: { name: true } })).toBe(
      "SELECT Id, Name FROM Account WHERE Name LIKE 'A%' ORDER BY Name ASC, Id ASC LIMIT 10 OFFSET 20",
    );
  });

  it('makes the tree that the parser makes of its text', () => {
    const { query } = buildFindQuery(account, {
      select: {
        name: true,
        owner: { name: true },
        contacts: { select: { lastName: true }, where: { email: null } },
      },
      where: {
        OR: [{ name: 'x' }, { tags: { includes: [['A', 'B']] } }],
        invoices: { none: { amount: { gt: 1 } } },
      },
      orderBy: { name: { direction: 'desc', nulls: 'last' } },
      take: 1,
    });
    expect(parseSoql(printSoql(query))).toEqual(query);
  });

  it('leaves out a condition that always holds, an order of nothing and a skip of nothing', () => {
    expect(soqlOf({ select: { id: true }, where: { name: { notIn: [] } }, orderBy: [], skip: 0 })).toBe(
      'SELECT Id FROM Account',
    );
  });

  describe('of a polymorphic parent', () => {
    const task = metadataOf(Task);
    const select = { contact: { lastName: true }, lead: { lastName: true, company: true } };

    it('asks for what each of its objects is read of', () => {
      const { query, shape } = buildFindQuery(task, { select });
      expect(printSoql(query)).toBe(
        'SELECT Id, TYPEOF Who WHEN Contact THEN Id, LastName WHEN Lead THEN Id, LastName, Company END FROM Task',
      );
      expect(shape.polymorphic?.map(({ property }) => property)).toEqual(['contact', 'lead']);
      expect(shape.polymorphic?.map(({ alternatives }) => Array.from(alternatives.keys()))).toEqual([
        ['contact'],
        ['lead'],
      ]);
      expect(buildFindQuery(account, { select: { owner: true } }).shape.polymorphic).toBeUndefined();
    });
  });

  describe('of a skip', () => {
    const select = { name: true };

    it('leaves it to the platform where the records wanted fit into its smallest batch', () => {
      const { query, skip } = buildFindQuery(account, { select, take: 200, skip: 20 });
      expect(printSoql(query)).toBe('SELECT Id, Name FROM Account LIMIT 200 OFFSET 20');
      expect(skip).toBe(0);
    });

    it.each<[string, UntypedFindOptions, string]>([
      ['no end', { select, skip: 20 }, 'SELECT Id, Name FROM Account'],
      ['a larger take', { select, skip: 20, take: 201 }, 'SELECT Id, Name FROM Account LIMIT 221'],
      [
        'children, which fill the batch too',
        { select: { contacts: { select: { id: true } } }, skip: 20, take: 5 },
        'SELECT Id, (SELECT Id FROM Contacts) FROM Account LIMIT 25',
      ],
    ])('reads what is skipped with %s', (_, options, soql) => {
      const { query, skip } = buildFindQuery(account, options);
      expect(printSoql(query)).toBe(soql);
      expect(skip).toBe(20);
    });
  });

  it('shapes the result as selected', () => {
    const { shape } = buildFindQuery(account, {
      select: {
        name: true,
        parent: { owner: { name: true } },
        contacts: { select: { reportsTo: { email: true } } },
      },
    });
    expect(propertiesOf(shape)).toEqual({
      id: true,
      name: true,
      parent: { id: true, owner: { id: true, name: true } },
      contacts: { id: true, reportsTo: { id: true, email: true } },
    });
    expect(shape.entity.target).toBe(Account);
    expect(shape.parents[0]).toMatchObject({
      relationshipName: 'Parent',
      shape: { entity: { target: Account } },
    });
    expect(shape.children[0]).toMatchObject({
      relationshipName: 'Contacts',
      shape: { entity: { target: Contact } },
    });
  });

  it.each<[string, UntypedFindOptions, boolean]>([
    ['no options', {}, false],
    ['an open condition', { where: { name: 'x' } }, false],
    ['an empty in', { where: { name: { in: [] } } }, true],
    ['an empty notIn', { where: { name: { notIn: [] } } }, false],
    ['a take of 0', { take: 0 }, true],
    ['a take of 1', { take: 1 }, false],
  ])('knows whether anything can be found: %s', (_, options, empty) => {
    expect(buildFindQuery(account, options).empty).toBe(empty);
  });

  it('finds nothing with an empty plan even if it is sent', () => {
    expect(soqlOf({ select: { id: true }, where: { name: { in: [] } } })).toBe(
      'SELECT Id FROM Account LIMIT 0',
    );
  });

  it('asks for no children that cannot be, and still gives the property its place', () => {
    const select = { contacts: { take: 0 }, invoices: { where: { amount: { in: [] } } } };
    const { query, shape } = buildFindQuery(account, { select });
    expect(printSoql(query)).toBe('SELECT Id FROM Account');
    expect(shape.children.map(({ property }) => property)).toEqual(['contacts', 'invoices']);
  });

  it('reads along children five levels deep', () => {
    const nested = (levels: number): Select<Account> => ({
      childAccounts: levels === 1 ? true : { select: nested(levels - 1) },
    });
    expect(soqlOf({ select: nested(4) })).toMatch(/^(SELECT Id, \()+SELECT Id, Name/);
    expect(() => soqlOf({ select: nested(5) })).toThrow('children of children go 5 levels deep');
  });

  it.each<[string, UntypedFindOptions, string]>([
    ['an unknown option', { selct: {} } as object, "A find of Account takes no 'selct', only select, where"],
    ['an unknown property', { select: { nmae: true } }, 'Account.nmae is not mapped: declare it in Account'],
    [
      'an unknown property of a parent',
      { select: { owner: { nmae: true } } },
      'Account.owner.nmae is not mapped',
    ],
    [
      'an unknown property of children',
      { select: { contacts: { select: { nmae: true } } } },
      'Account.contacts.nmae is not mapped',
    ],
    [
      'an API name',
      { select: { Name: true } },
      "Account.Name is no property but an API name: use the property 'name'.",
    ],
    ['a property of every object', { select: { constructor: true } }, 'Account.constructor is not mapped'],
    ['a method', { select: { label: true } }, 'Account.label is not mapped'],
    ['an empty selection', { select: {} }, 'Account: the selection is empty.'],
    ['a selection of undefined', { select: { name: undefined } }, 'Account: the selection is empty.'],
    ['an empty selection of a parent', { select: { owner: {} } }, 'Account.owner: the selection is empty.'],
    [
      'an empty selection of children',
      { select: { contacts: { select: {} } } },
      'Account.contacts: the selection is empty.',
    ],
    ['false', { select: { name: false } }, 'Account.name is a field: select it with true, or leave it out.'],
    ['an id that is false', { select: { id: false } }, 'Account.id is a field: select it with true'],
    ['a field with fields', { select: { name: { first: true } } }, 'Account.name is a field'],
    [
      'a parent that is false',
      { select: { owner: false } },
      'Account.owner: a selection is an object of properties',
    ],
    [
      'children that are false',
      { select: { contacts: false } },
      'Account.contacts takes an object of select, where, orderBy, take.',
    ],
    [
      'an unknown option of children',
      { select: { contacts: { limit: 1 } } },
      "Account.contacts takes no 'limit'",
    ],
    ['a list of properties', { select: ['name'] }, 'Account: a selection is an object of properties'],
    [
      'the children of a parent',
      { select: { parent: { contacts: true } } },
      'Account.parent.contacts: the children of a parent',
    ],
    [
      'six parents',
      { select: { parent: { parent: { parent: { parent: { parent: { parent: true } } } } } } },
      'Account.parent.parent.parent.parent.parent.parent is more than 5 parents away',
    ],
    [
      'undefined in the condition on children',
      { select: { contacts: { where: { email: undefined } } } },
      'Account.contacts.email is undefined',
    ],
    [
      'an unknown property in the order of children',
      { select: { contacts: { orderBy: { nmae: 'asc' } } } },
      'Account.contacts.nmae is not mapped',
    ],
    ['half a child', { select: { contacts: { take: 0.5 } } }, 'Account.contacts: take is a whole number'],
    ['half a record', { take: 1.5 }, 'Account: take is a whole number of records, 0 or more.'],
    ['less than nothing', { take: -1 }, 'Account: take is a whole number of records, 0 or more.'],
    ['an endless take', { take: Number.POSITIVE_INFINITY }, 'Account: take is a whole number'],
    ['a take in text', { take: '5' as unknown as number }, 'Account: take is a whole number'],
    ['a negative skip', { skip: -1 }, 'Account: skip is a whole number of records, from 0 to 2000.'],
    [
      'a skip beyond the platform',
      { skip: 2001 },
      'Account: skip is a whole number of records, from 0 to 2000.',
    ],
    [
      'undefined in the condition',
      { where: { name: undefined } },
      'Account.name is undefined in a condition.',
    ],
    ['an unknown property in the order', { orderBy: { nmae: 'asc' } }, 'Account.nmae is not mapped'],
  ])('refuses %s', (_, options, message) => {
    expect(() => buildFindQuery(account, options)).toThrow(InvalidQueryException);
    expect(() => buildFindQuery(account, options)).toThrow(message);
  });

  it('refuses more sub-queries than the platform takes', () => {
    const contacts = account.children.get('contacts')!;
    const properties = Array.from({ length: 21 }, (_, i) => `contacts${i}`);
    const crowded = {
      ...account,
      children: new Map(properties.map((property) => [property, { ...contacts, property }])),
    };
    const selectionOf = (count: number) =>
      Object.fromEntries(properties.slice(0, count).map((property) => [property, true]));
    expect(() => buildFindQuery(crowded, { select: selectionOf(20) })).not.toThrow();
    expect(() => buildFindQuery(crowded, { select: selectionOf(21) })).toThrow(
      'Account.contacts20: a query reads at most 20 sets of children.',
    );
  });
});
