import { describe, expect, it } from '@jest/globals';
import {
  and,
  comparison,
  inclusion,
  membership,
  not,
  or,
  semiJoin,
} from '../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath, functionCall } from '../../../lib/soql/ast/factories/expression.factory.js';
import {
  booleanLiteral,
  dateLiteral,
  dateTimeLiteral,
  nullLiteral,
  numberLiteral,
  relativeDateLiteral,
  stringLiteral,
  timeLiteral,
} from '../../../lib/soql/ast/factories/literal.factory.js';
import {
  childSubquery,
  fieldsExpansion,
  selected,
  typeofSelection,
} from '../../../lib/soql/ast/factories/select-item.factory.js';
import {
  fromClause,
  groupByClause,
  orderByItem,
  soqlQuery,
} from '../../../lib/soql/ast/factories/soql-query.factory.js';
import {
  dataCategories,
  securityMode,
  withContext,
  withFilter,
} from '../../../lib/soql/ast/factories/with-clause.factory.js';
import type { SoqlQuery } from '../../../lib/soql/ast/soql-query.js';
import { parseSoql } from '../../../lib/soql/parser/soql-parser.js';
import { escapeLike } from '../../../lib/soql/soql-string.js';
import { printLiteral, printSoql } from '../../../lib/soql/soql-printer.js';

const name = fieldPath('Name');
const a = comparison(name, '=', stringLiteral('a'));
const b = comparison(name, '=', stringLiteral('b'));
const c = comparison(name, '=', stringLiteral('c'));

function account(clauses: Partial<SoqlQuery>): SoqlQuery {
  return soqlQuery({ select: [selected(fieldPath('Id'))], from: fromClause('Account'), ...clauses });
}

describe('printSoql', () => {
  it('writes every clause, in the order of the language', () => {
    const query = account({
      select: [
        selected(fieldPath('Owner', 'Name'), 'owner'),
        selected(functionCall('COUNT')),
        fieldsExpansion('STANDARD'),
        typeofSelection(
          fieldPath('What'),
          [{ sobject: 'Account', fields: [fieldPath('Phone')] }],
          [fieldPath('Name')],
        ),
        childSubquery(soqlQuery({ select: [selected(fieldPath('Id'))], from: fromClause('Contacts') })),
      ],
      from: fromClause('Account', 'x', [{ path: ['x', 'Owner'], alias: 'o' }]),
      scope: 'mine',
      where: a,
      with: securityMode('USER_MODE'),
      groupBy: groupByClause([name], 'rollup'),
      having: comparison(functionCall('COUNT', fieldPath('Id')), '>', numberLiteral('1')),
      orderBy: [orderByItem(name, 'DESC', 'LAST'), orderByItem(fieldPath('Id'))],
      limit: 10,
      offset: 5,
      for: ['VIEW'],
      update: ['TRACKING', 'VIEWSTAT'],
      allRows: true,
    });
    expect(printSoql(query)).toBe(
      'SELECT Owner.Name owner, COUNT(), FIELDS(STANDARD), TYPEOF What WHEN Account THEN Phone ELSE Name END, (SELECT Id FROM Contacts)' +
        " FROM Account x, x.Owner o USING SCOPE mine WHERE Name = 'a' WITH USER_MODE GROUP BY ROLLUP(Name) HAVING COUNT(Id) > 1" +
        ' ORDER BY Name DESC NULLS LAST, Id LIMIT 10 OFFSET 5 FOR VIEW UPDATE TRACKING, VIEWSTAT ALL ROWS',
    );
  });

  it.each([
    [and(a), "Name = 'a'"],
    [or(a), "Name = 'a'"],
    [and(a, b, c), "Name = 'a' AND Name = 'b' AND Name = 'c'"],
    [or(a, b, c), "Name = 'a' OR Name = 'b' OR Name = 'c'"],
    [and(or(a, b), c), "(Name = 'a' OR Name = 'b') AND Name = 'c'"],
    [or(a, and(b, c)), "Name = 'a' OR (Name = 'b' AND Name = 'c')"],
    [and(and(a, b), c), "(Name = 'a' AND Name = 'b') AND Name = 'c'"],
    [not(a), "NOT Name = 'a'"],
    [not(or(a, b)), "NOT (Name = 'a' OR Name = 'b')"],
    [not(not(a)), "NOT (NOT Name = 'a')"],
    [and(not(a), not(b)), "(NOT Name = 'a') AND (NOT Name = 'b')"],
    [membership(name, [stringLiteral('a'), nullLiteral()]), "Name IN ('a', null)"],
    [membership(name, [stringLiteral('a')], true), "Name NOT IN ('a')"],
    [inclusion(name, [stringLiteral('a;b')], true), "Name EXCLUDES ('a;b')"],
    [semiJoin(fieldPath('Id'), account({}), true), 'Id NOT IN (SELECT Id FROM Account)'],
    [comparison(name, 'LIKE', stringLiteral(`${escapeLike('50%')}%`)), "Name LIKE '50\\%%'"],
    [comparison(name, '=', stringLiteral('50\\%')), "Name = '50\\\\%'"],
  ])('parenthesises whatever mixes: %#', (condition, text) => {
    expect(printSoql(account({ where: condition }))).toBe(`SELECT Id FROM Account WHERE ${text}`);
  });

  it.each([
    [dataCategories([{ group: 'G__c', selector: 'AT', categories: ['a__c'] }]), 'DATA CATEGORY G__c AT a__c'],
    [
      dataCategories([
        { group: 'G__c', selector: 'ABOVE_OR_BELOW', categories: ['a__c', 'b__c'] },
        { group: 'H__c', selector: 'BELOW', categories: ['c__c'] },
      ]),
      'DATA CATEGORY G__c ABOVE_OR_BELOW (a__c, b__c) AND H__c BELOW c__c',
    ],
    [withFilter(comparison(fieldPath('UserId'), '=', stringLiteral('005'))), "UserId = '005'"],
    [withContext('Scope', [{ name: 'depth', value: numberLiteral('1') }]), 'Scope (depth = 1)'],
  ])('writes WITH %#', (clause, text) => {
    expect(printSoql(account({ with: clause }))).toBe(`SELECT Id FROM Account WITH ${text}`);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['lone surrogates', '\ud800x\udfff'],
    ['quotes and backslashes', `\\'"\\\\'`],
    ['a query', "' OR Id != null) LIMIT 1 --"],
    ['line separators', '\u2028\u2029\u0085'],
  ])('brings %s through a query as it is', (_, text) => {
    const query = account({ where: comparison(name, '=', stringLiteral(text)) });
    expect(parseSoql(printSoql(query))).toStrictEqual(query);
  });
});

describe('printLiteral', () => {
  it.each([
    [stringLiteral("it's"), "'it\\'s'"],
    [numberLiteral('-1.50'), '-1.50'],
    [numberLiteral('5000', 'USD'), 'USD5000'],
    [booleanLiteral(true), 'TRUE'],
    [booleanLiteral(false), 'FALSE'],
    [nullLiteral(), 'null'],
    [dateLiteral('2026-01-31'), '2026-01-31'],
    [dateTimeLiteral('2026-01-31T10:00:00Z'), '2026-01-31T10:00:00Z'],
    [timeLiteral('10:00:00.000Z'), '10:00:00.000Z'],
    [relativeDateLiteral('TODAY'), 'TODAY'],
    [relativeDateLiteral('LAST_N_DAYS', 0), 'LAST_N_DAYS:0'],
  ])('writes %j as %s', (literal, text) => {
    expect(printLiteral(literal)).toBe(text);
  });
});
