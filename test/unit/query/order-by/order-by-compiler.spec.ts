import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import type { OrderBy } from '../../../../lib/query/order-by/order-by.type.js';
import { compileOrderBy } from '../../../../lib/query/order-by/order-by-compiler.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { selected } from '../../../../lib/soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../../../lib/soql/ast/factories/soql-query.factory.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf } from '../query-entities.js';

const account = metadataOf(Account);

function soqlOf(orderBy: unknown): string {
  const items = compileOrderBy(account, orderBy);
  const query = soqlQuery({ select: [selected(fieldPath('Id'))], from: fromClause('X'), orderBy: items });
  return printSoql(query).replace('SELECT Id FROM X', '').trim();
}

describe('compileOrderBy', () => {
  it.each<[OrderBy<Account> | readonly OrderBy<Account>[] | undefined, string]>([
    [undefined, ''],
    [{}, ''],
    [[], ''],
    [{ name: 'asc' }, 'ORDER BY Name ASC'],
    [{ name: 'desc', createdDate: 'asc' }, 'ORDER BY Name DESC, CreatedDate ASC'],
    [{ annualRevenue: { direction: 'desc', nulls: 'last' } }, 'ORDER BY AnnualRevenue DESC NULLS LAST'],
    [{ annualRevenue: { direction: 'asc', nulls: 'first' } }, 'ORDER BY AnnualRevenue ASC NULLS FIRST'],
    [{ annualRevenue: { direction: 'asc' } }, 'ORDER BY AnnualRevenue ASC'],
    [
      [{ owner: { manager: { name: 'asc' } } }, { name: 'desc' }],
      'ORDER BY Owner.Manager.Name ASC, Name DESC',
    ],
    [{ name: undefined, industry: 'asc' }, 'ORDER BY Industry ASC'],
  ])('orders by %p', (orderBy, soql) => {
    expect(soqlOf(orderBy)).toBe(soql);
  });

  it.each<[string, unknown, string]>([
    ['an unknown property', { nmae: 'asc' }, 'Account.nmae is not mapped'],
    ['an unknown property of a parent', { owner: { nmae: 'asc' } }, 'Account.owner.nmae is not mapped'],
    ['an API name', { Name: 'asc' }, "use the property 'name'"],
    ['another direction', { name: 'ASC' }, "Account.name is ordered 'asc' or 'desc'."],
    ['no direction', { name: { nulls: 'last' } }, "Account.name is ordered 'asc' or 'desc'."],
    [
      'a direction that is a property of every object',
      { name: 'constructor' },
      "Account.name is ordered 'asc' or 'desc'.",
    ],
    [
      'another place for nulls',
      { name: { direction: 'asc', nulls: 'LAST' } },
      "Account.name: nulls come 'first' or 'last'.",
    ],
    ['an unknown key', { name: { direction: 'asc', null: 'last' } }, "Account.name takes no 'null'"],
    [
      'nulls last of a reference',
      { ownerId: { direction: 'asc', nulls: 'last' } },
      'Account.ownerId: the platform puts',
    ],
    [
      'a multi-picklist',
      { tags: 'asc' },
      'Account.tags: records are not ordered by fields of type multipicklist',
    ],
    [
      'long text',
      { description: 'asc' },
      'Account.description: records are not ordered by fields of type textarea',
    ],
    [
      'children',
      { contacts: { lastName: 'asc' } },
      'Account.contacts: records are not ordered by their children.',
    ],
    ['a parent itself', { owner: 'asc' }, 'Account.owner: an order is an object of properties'],
    ['text', 'name', 'Account: an order is an object of properties, or an array of such.'],
    [
      'six parents',
      { parent: { parent: { parent: { parent: { parent: { owner: { name: 'asc' } } } } } } },
      'more than 5 parents away',
    ],
  ])('refuses %s', (_, orderBy, message) => {
    expect(() => soqlOf(orderBy)).toThrow(InvalidQueryException);
    expect(() => soqlOf(orderBy)).toThrow(message);
  });
});
