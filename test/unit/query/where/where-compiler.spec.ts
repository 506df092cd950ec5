import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import type { EntityClass } from '../../../../lib/metadata/entity-metadata.interface.js';
import { DateLiteral } from '../../../../lib/query/where/date-literal.js';
import type { Where } from '../../../../lib/query/where/where.type.js';
import { compileWhere } from '../../../../lib/query/where/where-compiler.js';
import type { Condition } from '../../../../lib/soql/ast/condition.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { selected } from '../../../../lib/soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../../../lib/soql/ast/factories/soql-query.factory.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, Contact, Invoice, metadataOf, Task } from '../query-entities.js';

const ACCOUNT_ID = '0015g00000A1b2CAAR';

/** The text behind WHERE, or the certainty that stands in for it. */
function soqlOf(entity: EntityClass, where: unknown): string | boolean {
  const condition = compileWhere(metadataOf(entity), where);
  if (typeof condition === 'boolean') return condition;
  const query = soqlQuery({ select: [selected(fieldPath('Id'))], from: fromClause('X'), where: condition });
  return printSoql(query).replace('SELECT Id FROM X WHERE ', '');
}

describe('compileWhere', () => {
  it.each<[Where<Account>, string]>([
    [{ name: "O'Neill" }, String.raw`Name = 'O\'Neill'`],
    [{ industry: null }, 'Industry = null'],
    [{ annualRevenue: 1_000_000.5 }, 'AnnualRevenue = 1000000.5'],
    [{ isPartner: true }, 'IsPartner__c = TRUE'],
    [{ foundedOn: '2026-01-31' }, 'FoundedOn__c = 2026-01-31'],
    [{ opensAt: '08:30:00.000Z' }, 'OpensAt__c = 08:30:00.000Z'],
    [{ createdDate: new Date(Date.UTC(2026, 0, 31, 10)) }, 'CreatedDate = 2026-01-31T10:00:00.000Z'],
    [{ tags: ['A', 'B'] }, "Tags__c = 'A;B'"],
    [{ id: ACCOUNT_ID }, "Id = '0015g00000A1b2CAAR'"],
  ])('compares for equality: %p', (where, soql) => {
    expect(soqlOf(Account, where)).toBe(soql);
  });

  it.each<[Where<Task>, string]>([
    [{ lead: { lastName: 'Ada' } }, "Who.Type = 'Lead' AND Who.LastName = 'Ada'"],
    [{ contact: {} }, "Who.Type = 'Contact'"],
    [{ NOT: { contact: { email: null } } }, "NOT (Who.Type = 'Contact' AND Who.Email = null)"],
  ])('asks a polymorphic parent for its object: %p', (where, soql) => {
    expect(soqlOf(Task, where)).toBe(soql);
  });

  it.each<[Where<Account>, string]>([
    [{ name: { equals: 'x' } }, "Name = 'x'"],
    [{ name: { not: 'x' } }, "Name != 'x'"],
    [{ industry: { not: null } }, 'Industry != null'],
    [{ name: { in: ['x', 'y'] } }, "Name IN ('x', 'y')"],
    [{ name: { notIn: ['x'] } }, "Name NOT IN ('x')"],
    [{ annualRevenue: { gt: 1 } }, 'AnnualRevenue > 1'],
    [{ annualRevenue: { gte: 1, lt: 5 } }, 'AnnualRevenue >= 1 AND AnnualRevenue < 5'],
    [{ annualRevenue: { lte: -0.5 } }, 'AnnualRevenue <= -0.5'],
    [{ name: { contains: 'x' } }, "Name LIKE '%x%'"],
    [{ name: { startsWith: 'x' } }, "Name LIKE 'x%'"],
    [{ name: { endsWith: 'x' } }, "Name LIKE '%x'"],
    [{ name: { like: 'a_b%' } }, "Name LIKE 'a_b%'"],
    [{ name: { contains: '100%_\\' } }, String.raw`Name LIKE '%100\%\_\\%'`],
    [{ tags: { includes: ['A', ['B', 'C']] } }, "Tags__c INCLUDES ('A', 'B;C')"],
    [{ tags: { excludes: ['A'] } }, "Tags__c EXCLUDES ('A')"],
    [{ createdDate: DateLiteral.today() }, 'CreatedDate = TODAY'],
    [{ createdDate: { gte: DateLiteral.lastNDays(30) } }, 'CreatedDate >= LAST_N_DAYS:30'],
    [{ foundedOn: { not: DateLiteral.thisYear() } }, 'FoundedOn__c != THIS_YEAR'],
  ])('compares by operators: %p', (where, soql) => {
    expect(soqlOf(Account, where)).toBe(soql);
  });

  it.each<[Where<Account>, string]>([
    [{ name: 'x', industry: 'y' }, "Name = 'x' AND Industry = 'y'"],
    [{ AND: [{ name: 'x' }, { industry: 'y' }] }, "Name = 'x' AND Industry = 'y'"],
    [{ OR: [{ name: 'x' }, { industry: 'y' }] }, "Name = 'x' OR Industry = 'y'"],
    [
      { isPartner: true, OR: [{ name: 'x' }, { name: 'y' }] },
      "IsPartner__c = TRUE AND (Name = 'x' OR Name = 'y')",
    ],
    [{ OR: [{ name: 'x', industry: 'y' }, { name: 'z' }] }, "(Name = 'x' AND Industry = 'y') OR Name = 'z'"],
    [{ owner: { isActive: true } }, 'Owner.IsActive = TRUE'],
    [{ owner: { manager: { email: null } } }, 'Owner.Manager.Email = null'],
    [{ OR: [{ owner: { name: 'x' } }, { owner: { name: 'y' } }] }, "Owner.Name = 'x' OR Owner.Name = 'y'"],
  ])('combines conditions: %p', (where, soql) => {
    expect(soqlOf(Account, where)).toBe(soql);
  });

  it('negates', () => {
    expect(compileWhere(metadataOf(Account), { NOT: { name: 'x' } })).toEqual({
      kind: 'not',
      condition: compileWhere(metadataOf(Account), { name: 'x' }),
    });
  });

  it.each<[string, Where<Account>, boolean | string]>([
    ['no condition', {}, true],
    ['no condition on a parent', { owner: {} }, true],
    ['an empty AND', { AND: [] }, true],
    ['an empty OR', { OR: [] }, false],
    ['an empty in', { name: { in: [] } }, false],
    ['an empty notIn', { name: { notIn: [] } }, true],
    ['empty includes', { tags: { includes: [] } }, false],
    ['empty excludes', { tags: { excludes: [] } }, true],
    ['an empty in among others', { industry: 'x', name: { in: [] } }, false],
    ['an empty in of a parent', { industry: 'x', owner: { name: { in: [] } } }, false],
    ['an empty in under OR', { OR: [{ name: { in: [] } }, { industry: 'x' }] }, "Industry = 'x'"],
    ['nothing but empty ins under OR', { OR: [{ name: { in: [] } }, { industry: { in: [] } }] }, false],
    ['an empty notIn under OR', { OR: [{ name: { notIn: [] } }, { industry: 'x' }] }, true],
    ['an empty in under NOT', { NOT: { name: { in: [] } } }, true],
    ['nothing under NOT', { NOT: {} }, false],
    ['an empty in under AND', { AND: [{ industry: 'x' }, { name: { in: [] } }] }, false],
    ['an empty notIn among others', { industry: 'x', name: { notIn: [] } }, "Industry = 'x'"],
    ['some children of an empty in', { contacts: { some: { lastName: { in: [] } } } }, false],
    ['no children of an empty in', { contacts: { none: { lastName: { in: [] } } } }, true],
  ])('works out %s', (_, where, result) => {
    expect(soqlOf(Account, where)).toBe(result);
  });

  it.each<[Where<Account>, string]>([
    [{ contacts: { some: {} } }, 'Id IN (SELECT AccountId FROM Contact)'],
    [
      { contacts: { some: { email: { endsWith: '@x.com' } } } },
      "Id IN (SELECT AccountId FROM Contact WHERE Email LIKE '%@x.com')",
    ],
    [{ contacts: { none: { email: null } } }, 'Id NOT IN (SELECT AccountId FROM Contact WHERE Email = null)'],
    [
      { name: 'x', contacts: { some: { reportsTo: { lastName: 'y' } } } },
      "Name = 'x' AND Id IN (SELECT AccountId FROM Contact WHERE ReportsTo.LastName = 'y')",
    ],
    [
      { contacts: { some: { lastName: 'x' }, none: { email: null } } },
      "Id IN (SELECT AccountId FROM Contact WHERE LastName = 'x') AND Id NOT IN (SELECT AccountId FROM Contact WHERE Email = null)",
    ],
    [
      { invoices: { some: { amount: { gt: 5 } } } },
      'Id IN (SELECT Account__c FROM Invoice__c WHERE Amount__c > 5)',
    ],
    [
      { AND: [{ contacts: { some: { lastName: { in: ['x'] } } } }] },
      "Id IN (SELECT AccountId FROM Contact WHERE LastName IN ('x'))",
    ],
  ])('joins children: %p', (where, soql) => {
    expect(soqlOf(Account, where)).toBe(soql);
  });

  it('joins the children of a parent by the foreign key to it', () => {
    expect(soqlOf(Contact, { account: { invoices: { none: { amount: 1 } } } })).toBe(
      'AccountId NOT IN (SELECT Account__c FROM Invoice__c WHERE Amount__c = 1)',
    );
  });

  it('reaches parents five levels away', () => {
    const five = { parent: { parent: { parent: { parent: { owner: { name: 'x' } } } } } };
    expect(soqlOf(Account, five)).toBe("Parent.Parent.Parent.Parent.Owner.Name = 'x'");
    expect(() => soqlOf(Account, { parent: five })).toThrow(
      'Account.parent.parent.parent.parent.parent.owner is more than 5 parents away',
    );
  });

  it.each<[string, unknown, string]>([
    ['an unknown property', { nmae: 'x' }, 'Account.nmae is not mapped: declare it in Account with @Field()'],
    [
      'an unknown property of a parent',
      { owner: { nmae: 'x' } },
      'Account.owner.nmae is not mapped: declare it in User',
    ],
    [
      'an unknown property of a child',
      { contacts: { some: { nmae: 'x' } } },
      'Account.contacts.nmae is not mapped',
    ],
    [
      'an API name',
      { AnnualRevenue: 1 },
      "Account.AnnualRevenue is no property but an API name: use the property 'annualRevenue'.",
    ],
    ['a property of every object', { constructor: 'x' }, 'Account.constructor is not mapped'],
    ['undefined', { name: undefined }, 'Account.name is undefined in a condition.'],
    ['undefined by operator', { name: { equals: undefined } }, 'Account.name: undefined was given'],
    ['undefined in a list', { name: { in: ['x', undefined] } }, 'Account.name: undefined was given'],
    ['undefined in a pattern', { name: { contains: undefined } }, 'Account.name: a pattern is a text.'],
    ['undefined of a parent', { owner: { name: undefined } }, 'Account.owner.name is undefined'],
    ['an undefined parent', { owner: undefined }, 'Account.owner is undefined'],
    ['undefined under OR', { OR: [{ name: 'x' }, { name: undefined }] }, 'Account.name is undefined'],
    ['undefined as OR', { OR: undefined }, 'Account.OR is undefined'],
    ['undefined children', { contacts: { some: undefined } }, 'Account.contacts: say whether some or none'],
    [
      'an undefined none beside some',
      { contacts: { some: {}, none: undefined } },
      'Account.contacts: a condition is an object',
    ],
    [
      'null by order',
      { annualRevenue: { gt: null } },
      'Account.annualRevenue: null comes neither before nor after',
    ],
    ['null in a list', { industry: { in: ['x', null] } }, 'Account.industry: null is no member of a list.'],
    ['null for a boolean', { isPartner: null }, 'Account.isPartner: a boolean field is never null.'],
    ['a parent that is null', { owner: null }, 'Account.owner: a condition is an object'],
    ['a number for text', { name: 1 }, 'Account.name: 1 is no value of a field of type string.'],
    [
      'text for a number',
      { annualRevenue: '1' },
      'Account.annualRevenue: A value of type string is no value of a field of type currency.',
    ],
    [
      'text for a datetime',
      { createdDate: '2026-01-31' },
      'Account.createdDate: A value of type string is no value of a field of type datetime.',
    ],
    [
      'an instant for a date',
      { foundedOn: new Date(0) },
      'Account.foundedOn: A Date is no value of a field of type date.',
    ],
    ['a day that does not exist', { foundedOn: '2026-02-30' }, 'Account.foundedOn: '],
    [
      'an id of 19 characters',
      { ownerId: '0015g00000A1b2CAARx' },
      "Account.ownerId: '0015g00000A1b2CAARx' is not an id: it has 19 characters, and an id has 15 or 18.",
    ],
    [
      'a range for text',
      { name: DateLiteral.today() },
      'Account.name: An object is no value of a field of type string.',
    ],
    ['a forged range', { createdDate: { name: 'TODAY' } }, "Account.createdDate: 'name' is no operator."],
    [
      'an unknown operator',
      { name: { regex: 'x' } },
      "Account.name: 'regex' is no operator. There are equals, not, in",
    ],
    [
      'an operator of every object',
      { name: { constructor: 'x' } },
      "Account.name: 'constructor' is no operator.",
    ],
    ['no operator', { name: {} }, 'Account.name: the condition has no operator.'],
    ['one value for a list', { name: { in: 'x' } }, 'Account.name: the operator takes an array.'],
    [
      'an order of booleans',
      { isPartner: { gt: true } },
      'Account.isPartner: fields of type boolean have no order.',
    ],
    [
      'a pattern for an id',
      { ownerId: { startsWith: '005' } },
      'Account.ownerId: fields of type reference are matched by no pattern.',
    ],
    [
      'membership of a multi-picklist',
      { tags: { in: ['A'] } },
      'Account.tags: a multi-picklist is no member of a list.',
    ],
    [
      'items of a picklist',
      { industry: { includes: ['x'] } },
      'Account.industry: includes and excludes are for multi-picklists.',
    ],
    [
      'long text',
      { description: 'x' },
      'Account.description: fields of type textarea such as this one take no condition.',
    ],
    [
      'an address',
      { billingAddress: null },
      'Account.billingAddress: fields of type address such as this one take no condition but distance.',
    ],
    ['a condition that is a list', [], 'Account: a condition is an object'],
    ['an OR that is no list', { OR: { name: 'x' } }, 'Account: OR takes an array of conditions.'],
    [
      'children without quantifier',
      { contacts: {} },
      'Account.contacts: say whether some or none of the children match.',
    ],
    [
      'another quantifier',
      { contacts: { every: {} } },
      "Account.contacts takes no 'every', only some, none.",
    ],
    [
      'children under OR',
      { OR: [{ contacts: { some: {} } }] },
      'Account.contacts: the platform takes no condition on children inside OR.',
    ],
    [
      'children under NOT',
      { NOT: { AND: [{ contacts: { some: {} } }] } },
      'Account.contacts: the platform takes no condition on children inside NOT.',
    ],
    [
      'children of children',
      { contacts: { some: { invoices: { some: {} } } } },
      'Account.contacts.invoices: the platform takes no condition on children inside a condition on children.',
    ],
    [
      'children of the same kind',
      { childAccounts: { some: {} } },
      "Account.childAccounts: the platform takes no condition on children of the queried object's own kind, Account.",
    ],
    [
      'three conditions on children',
      { contacts: { some: {}, none: { email: 'x' } }, invoices: { some: {} } },
      'Account.invoices: the platform takes no more than 2 conditions on children',
    ],
  ])('refuses %s', (_, where, message) => {
    expect(() => soqlOf(Account, where)).toThrow(InvalidQueryException);
    expect(() => soqlOf(Account, where)).toThrow(message);
  });

  it('refuses the children of a parent further away', () => {
    expect(() => soqlOf(Invoice, { contact: { account: { contacts: { some: {} } } } })).toThrow(
      'Invoice.contact.account.contacts: the platform takes conditions on the children of the queried object and of its direct parents only.',
    );
  });

  it('keeps values out of its messages', () => {
    expect(() => soqlOf(Account, { annualRevenue: 'confidential' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('confidential') }),
    );
  });

  it('folds what is certain without changing what matches', () => {
    const leaf = fc.constantFrom<Where<Account>>(
      {},
      { name: 'x' },
      { industry: 'y' },
      { name: { in: [] } },
      { industry: { notIn: [] } },
    );
    const { where } = fc.letrec<{ where: Where<Account> }>((tie) => ({
      where: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ AND: fc.array(tie('where'), { maxLength: 3 }) }),
        fc.record({ OR: fc.array(tie('where'), { maxLength: 3 }) }),
        fc.record({ NOT: tie('where') }),
        fc.record({ name: fc.constant('x'), OR: fc.array(tie('where'), { maxLength: 3 }) }),
      ),
    }));
    const row = fc.record({ Name: fc.constantFrom('x', 'z'), Industry: fc.constantFrom('y', 'z') });
    const account = metadataOf(Account);
    fc.assert(
      fc.property(where, row, (asked, given) => {
        const compiled = compileWhere(account, asked);
        const answer = typeof compiled === 'boolean' ? compiled : holds(compiled, given);
        expect(answer).toBe(matches(asked, given));
      }),
      { seed: 20260131, numRuns: 500 },
    );
  });
});

interface Row {
  readonly Name: string;
  readonly Industry: string;
}

/** What a `where` of the property above means, said without the compiler. */
function matches({ name, industry, AND = [], OR, NOT }: Where<Account>, row: Row): boolean {
  if (name === 'x' && row.Name !== 'x') return false;
  if (typeof name === 'object') return false;
  if (industry === 'y' && row.Industry !== 'y') return false;
  if (!AND.every((part) => matches(part, row))) return false;
  if (OR && !OR.some((part) => matches(part, row))) return false;
  return !NOT || !matches(NOT, row);
}

function holds(condition: Condition, row: Row): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((part) => holds(part, row));
    case 'or':
      return condition.conditions.some((part) => holds(part, row));
    case 'not':
      return !holds(condition.condition, row);
    case 'comparison': {
      const { left, right } = condition;
      return (
        left.kind === 'field' && right.kind === 'string' && row[left.path[0] as keyof Row] === right.value
      );
    }
    default:
      throw new TypeError(`no ${condition.kind} was asked for`);
  }
}
