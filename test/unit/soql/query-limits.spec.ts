import { describe, expect, it } from '@jest/globals';
import { membership } from '../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../lib/soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../../lib/soql/ast/factories/literal.factory.js';
import { selected } from '../../../lib/soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../../lib/soql/ast/factories/soql-query.factory.js';
import { parseSoql, parseSoqlWithPositions } from '../../../lib/soql/parser/soql-parser.js';
import { findLimitViolation } from '../../../lib/soql/query-limits.js';

const reasonFor = (soql: string) => findLimitViolation(parseSoql(soql))?.reason;

const subqueries = (count: number) =>
  Array.from({ length: count }, (_, i) => `(SELECT Id FROM Children${i}__r)`).join(', ');
const parents = (count: number) => Array.from({ length: count }, (_, i) => `P${i}__r.Name`).join(', ');
const nested = (levels: number): string =>
  levels === 1 ? 'SELECT Id FROM C1__r' : `SELECT Id, (${nested(levels - 1)}) FROM C${levels}__r`;

describe('findLimitViolation', () => {
  it.each([
    'SELECT Id FROM Account',
    'SELECT A.B.C.D.E.Name FROM Contact',
    'SELECT c.A.B.C.D.E.Name FROM Contact c',
    'SELECT a.B.C.D.E.Name FROM Contact c, c.Account a',
    `SELECT ${parents(55)} FROM Contact`,
    `SELECT ${Array.from({ length: 80 }, (_, i) => `Owner.F${i}__c`).join(', ')} FROM Contact`,
    `SELECT ${subqueries(20)} FROM Account`,
    nested(5),
    'SELECT Id FROM Account OFFSET 2000',
    'SELECT COUNT() FROM Account LIMIT 5',
    'SELECT COUNT(Id), MAX(Name) FROM Account',
    'SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 LIMIT 5',
    'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)',
    'SELECT Type, GROUPING(Type), COUNT(Id) FROM Account GROUP BY ROLLUP(Type, Rating, Industry)',
    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Account.Name = 'x') AND OwnerId NOT IN (SELECT Id FROM User)",
    "SELECT Id FROM Account WHERE DISTANCE(Site__c, GEOLOCATION(1, 2), 'km') < 5",
    'SELECT FIELDS(ALL) FROM Account LIMIT 200',
    'SELECT FIELDS(STANDARD) FROM Account',
    "SELECT FIELDS(ALL) FROM Account WHERE Id = '001000000000001AAA'",
    "SELECT FIELDS(ALL) FROM Account WHERE Name = 'x' AND id IN ('001000000000001AAA')",
    "SELECT FIELDS(ALL) FROM Account WHERE Id = '001000000000001AAA' OR Id = '001000000000002AAA'",
  ])('takes %s', (soql) => {
    expect(reasonFor(soql)).toBeUndefined();
  });

  it.each([
    ['SELECT A.B.C.D.E.F.Name FROM Contact', 'a field is at most 5 parents away'],
    ['SELECT Id FROM Contact WHERE A.B.C.D.E.F.Name = null', 'a field is at most 5 parents away'],
    ['SELECT Id FROM Contact ORDER BY A.B.C.D.E.F.Name', 'a field is at most 5 parents away'],
    ['SELECT a.B.C.D.E.F.Name FROM Contact c, c.Account a', 'a field is at most 5 parents away'],
    [`SELECT ${parents(56)} FROM Contact`, 'a query reaches at most 55 parents, and this one 56'],
    [
      `SELECT ${parents(40)} FROM Contact WHERE ${Array.from({ length: 16 }, (_, i) => `W${i}__r.Name = null`).join(' AND ')}`,
      'a query reaches at most 55 parents, and this one 56',
    ],
    [`SELECT ${subqueries(21)} FROM Account`, 'a query has at most 20 sub-queries'],
    [nested(6), 'sub-queries go 5 levels deep, the query itself included'],
    ['SELECT Id, (SELECT Id FROM Contacts OFFSET 1) FROM Account', 'a sub-query takes no OFFSET'],
    [
      'SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account',
      'a sub-query reads records and does not group or aggregate them',
    ],
    ['SELECT Id FROM Account OFFSET 2001', 'OFFSET is 2001, and the platform skips 2000 records at most'],
    [
      'SELECT Name, COUNT(Id) FROM Account',
      'what is no aggregate stands beside one: group by it, or leave it out',
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY Industry ORDER BY Name',
      'a grouped query is ordered by what it groups by and aggregates, nothing else',
    ],
    [
      'SELECT FORMAT(CreatedDate), TYPEOF What WHEN Account THEN Name END FROM Task',
      'a query with TYPEOF selects no functions',
    ],
    ['SELECT COUNT(), COUNT(Id) FROM Account', 'COUNT() stands alone: count a field, such as Id'],
    ['SELECT COUNT(Id) FROM Account LIMIT 5', 'an aggregate over all records is one row and takes no LIMIT'],
    [
      'SELECT Name FROM Account GROUP BY Industry',
      'a grouped query selects what it groups by and aggregates, nothing else',
    ],
    [
      'SELECT (SELECT Id FROM Contacts) FROM Account GROUP BY Industry',
      'a grouped query selects what it groups by and aggregates, nothing else',
    ],
    [
      'SELECT COUNT() FROM Account GROUP BY Industry',
      'COUNT() stands in no grouped query: count a field, such as Id',
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY CUBE(A__c, B__c, C__c, D__c)',
      'ROLLUP and CUBE take at most 3 fields',
    ],
    [
      'SELECT Id FROM Account WHERE Name = null OR Id IN (SELECT AccountId FROM Contact)',
      'IN (SELECT …) stands neither within OR nor within NOT',
    ],
    [
      'SELECT Id FROM Account WHERE NOT Id IN (SELECT AccountId FROM Contact)',
      'IN (SELECT …) stands neither within OR nor within NOT',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Case) AND OwnerId IN (SELECT Id FROM User)',
      'a query has at most 2 IN (SELECT …)',
    ],
    [
      'SELECT Id FROM Contact WHERE Account.OwnerId IN (SELECT Id FROM User)',
      'IN (SELECT …) compares a field of the queried object itself, not of a parent',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Account.ParentId FROM Contact)',
      'the query of an IN selects a field of its own object',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId, Id FROM Contact)',
      'the query of an IN selects exactly one id or reference',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'the query of an IN is of another object than the queried one, Account',
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task)', 'Task cannot be queried within an IN'],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1)',
      'the query of an IN has no ORDER BY, LIMIT or OFFSET',
    ],
    [
      'SELECT Industry FROM Account GROUP BY Industry HAVING Industry IN (SELECT Name FROM Contact)',
      'IN (SELECT …) stands in WHERE alone',
    ],
    [
      "SELECT Id FROM Account WHERE DISTANCE(Site__c, GEOLOCATION(1, 2), 'km') = 5",
      'a distance is compared with < or > alone',
    ],
    [
      'SELECT Id FROM Account WHERE convertCurrency(AnnualRevenue) > 5',
      'convertCurrency stands in the select list alone',
    ],
    ['SELECT FIELDS(ALL) FROM Account', 'FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of 200 at most'],
    [
      "SELECT FIELDS(ALL) FROM Account WHERE Name = 'x'",
      'FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of 200 at most',
    ],
    [
      "SELECT FIELDS(ALL) FROM Account WHERE Id NOT IN ('001000000000001AAA')",
      'FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of 200 at most',
    ],
    [
      "SELECT FIELDS(ALL) FROM Account WHERE Id = '001000000000001AAA' OR Name = 'x'",
      'FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of 200 at most',
    ],
    [
      'SELECT FIELDS(CUSTOM) FROM Account LIMIT 201',
      'FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT of 200 at most',
    ],
  ])('refuses %s', (soql, reason) => {
    expect(reasonFor(soql)).toBe(reason);
  });

  it.each([
    [4000, undefined],
    [4001, 'a text in a condition has at most 4000 characters'],
  ])('looks at the length of texts: %i', (length, reason) => {
    const query = soqlQuery({
      select: [selected(fieldPath('Id'))],
      from: fromClause('Account'),
      where: membership(fieldPath('Name'), [stringLiteral('x'.repeat(length))]),
    });
    expect(findLimitViolation(query)?.reason).toBe(reason);
  });

  it('says which piece of the query it is about', () => {
    const soql = 'SELECT Id, A.B.C.D.E.F.Name FROM Contact';
    const { query, positionOf } = parseSoqlWithPositions(soql);
    expect(positionOf(findLimitViolation(query)!.node)).toBe(soql.indexOf('A.B'));
  });
});
