import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import type { FindOptions } from '../../../../lib/query/find/find-options.interface.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf } from '../query-entities.js';

const account = metadataOf(Account);
const soqlOf = (options: UntypedFindOptions) =>
  printSoql(buildFindQuery(account, { select: { id: true }, ...options }).query);

describe('compileClauses', () => {
  it.each<[FindOptions<Account>, string]>([
    [{ scope: 'mine' }, 'SELECT Id FROM Account USING SCOPE mine'],
    [{ scope: 'mineAndMyGroups' }, 'SELECT Id FROM Account USING SCOPE mine_and_my_groups'],
    [{ scope: 'myTeamTerritory' }, 'SELECT Id FROM Account USING SCOPE my_team_territory'],
    [{ scope: 'scopingRule' }, 'SELECT Id FROM Account USING SCOPE scopingRule'],
    [{ for: 'view' }, 'SELECT Id FROM Account FOR VIEW'],
    [{ update: 'tracking' }, 'SELECT Id FROM Account UPDATE TRACKING'],
    [{ for: 'view', update: 'viewstat' }, 'SELECT Id FROM Account FOR VIEW UPDATE VIEWSTAT'],
    [{ for: 'reference', take: 1 }, 'SELECT Id FROM Account LIMIT 1 FOR REFERENCE'],
    [
      {
        with: {
          dataCategories: { Geography__c: { aboveOrBelow: 'usa__c' }, Product__c: { at: ['a__c', 'b__c'] } },
        },
      },
      'SELECT Id FROM Account WITH DATA CATEGORY Geography__c ABOVE_OR_BELOW usa__c AND Product__c AT (a__c, b__c)',
    ],
  ])('compiles %p', (options, soql) => {
    expect(soqlOf(options)).toBe(soql);
  });

  it.each<[string, UntypedFindOptions, string]>([
    ['an unknown scope', { scope: 'yours' }, 'Account: scope is one of delegated, everything, mine,'],
    ['a scope of every object', { scope: 'constructor' }, 'Account: scope is one of'],
    ['a purpose', { for: 'update' }, "Account: for is 'view' or 'reference'."],
    ['a statistic', { update: 'views' }, "Account: update is 'tracking' or 'viewstat'."],
    ['a security mode', { with: 'USER_MODE' }, 'Account: with takes an object of dataCategories.'],
    ['no group', { with: { dataCategories: {} } }, 'Account: with.dataCategories names at least one group'],
    [
      'an unknown selector',
      { with: { dataCategories: { G__c: { near: 'x' } } } },
      "Account: with.dataCategories.G__c takes no 'near'",
    ],
    [
      'two selectors',
      { with: { dataCategories: { G__c: { at: 'x', above: 'y' } } } },
      'Account: with.dataCategories.G__c: say one of at, above',
    ],
    [
      'no category',
      { with: { dataCategories: { G__c: { at: [] } } } },
      'Account: with.dataCategories.G__c: groups and categories are given',
    ],
    [
      'a category that is syntax',
      { with: { dataCategories: { G__c: { at: 'x) OR (y' } } } },
      'Account: with.dataCategories.G__c: groups',
    ],
    [
      'a group that is syntax',
      { with: { dataCategories: { 'G AT x': { at: 'x' } } } },
      'Account: with.dataCategories.G AT x: groups',
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => soqlOf(options)).toThrow(InvalidQueryException);
    expect(() => soqlOf(options)).toThrow(message);
  });
});
