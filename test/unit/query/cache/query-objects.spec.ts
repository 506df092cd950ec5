import { describe, expect, it } from '@jest/globals';
import { queryObjects } from '../../../../lib/query/cache/query-objects.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { Account, Contact, metadataOf } from '../query-entities.js';

const account = metadataOf(Account);
const objects = (options: UntypedFindOptions, entity = account) => {
  const { query, shape } = buildFindQuery(entity, options);
  return queryObjects(query, shape);
};

describe('queryObjects', () => {
  it.each<[string, UntypedFindOptions, string[]]>([
    ['what is selected', {}, ['Account']],
    [
      'parents and children that are selected',
      { select: { owner: { manager: true }, contacts: { select: { invoices: true } } } },
      ['Account', 'User', 'Contact', 'Invoice__c'],
    ],
    [
      'parents in conditions',
      { where: { OR: [{ owner: { name: 'Ada' } }, { name: 'x' }] } },
      ['Account', 'User'],
    ],
    ['parents in orders', { orderBy: { owner: { name: 'asc' } } }, ['Account', 'User']],
    ['children in conditions', { where: { contacts: { some: { lastName: 'x' } } } }, ['Account', 'Contact']],
    [
      'parents in conditions of children',
      { select: { invoices: { where: { contact: { lastName: 'x' } } } } },
      ['Account', 'Invoice__c', 'Contact'],
    ],
  ])('names %s', (_, options, expected) => {
    expect(objects(options)).toEqual(expected);
  });

  it('does not know what a path through an object that is not mapped here leads to', () => {
    expect(objects({ where: { contacts: { some: { account: { name: 'x' } } } } })).toBeUndefined();
    const { query, shape } = buildFindQuery(metadataOf(Contact));
    const { where } = parseSoql("SELECT Id FROM Contact WHERE Campaign.Name = 'x'");
    expect(queryObjects({ ...query, where }, shape)).toBeUndefined();
  });
});
