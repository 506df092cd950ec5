import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { field, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.define(
    'Odd__c',
    'a06',
    field('Number__c', 'double'),
    field('Choices__c', 'multipicklist'),
    field('Hour__c', 'time'),
  );
});

afterAll(() => org.close());

describe('a refused query', () => {
  it('shows the unknown object', () => {
    expect(org.refusal('select count() from XYZZY')).toEqual({
      errorCode: 'INVALID_TYPE',
      status: 400,
      message:
        "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it('shows the unknown field', () => {
    expect(org.refusal('SELECT Bacon__c FROM Account LIMIT 2')).toEqual({
      errorCode: 'INVALID_FIELD',
      status: 400,
      message:
        "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it('shows the unknown relationship of a path and of a subquery', () => {
    expect(org.refusal('SELECT ConvertedThing.Name FROM Lead\nLIMIT 1')).toEqual({
      errorCode: 'INVALID_FIELD',
      status: 400,
      message: expect.stringMatching(
        /\nERROR at Row:1:Column:8\nDidn't understand relationship 'ConvertedThing' in field path\. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name\. Please reference your WSDL or the describe call for the appropriate names\.$/,
      ),
    });
    expect(org.refusal('SELECT Id,\n (SELECT Id FROM Contact) FROM Account')).toEqual({
      errorCode: 'INVALID_TYPE',
      status: 400,
      message:
        "\n (SELECT Id FROM Contact) FROM Account\n                 ^\nERROR at Row:2:Column:18\nDidn't understand relationship 'Contact' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it('shows the id that is none', () => {
    expect(org.refusal("SELECT AccountId FROM Contact WHERE (Id = 'somethingwonky') LIMIT 1")).toEqual({
      errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
      status: 400,
      message:
        "\nAccountId FROM Contact WHERE (Id = 'somethingwonky') LIMIT 1\n                              ^\nERROR at Row:1:Column:38\ninvalid ID field: somethingwonky",
    });
  });

  it('is one that the parser does not understand', () => {
    expect(org.refusal('SELECT Id FROM Account WHERE')).toMatchObject({
      errorCode: 'MALFORMED_QUERY',
      status: 400,
      message: expect.stringContaining('unexpected token'),
    });
  });

  it.each([
    // select list
    ['SELECT Id, Name, id FROM Account', 'INVALID_FIELD', 'duplicate field selected: Id'],
    ['SELECT FIELDS(STANDARD), Name FROM Account', 'INVALID_FIELD', 'duplicate field selected: Name'],
    ['SELECT Owner.Name, Owner.name FROM Account', 'INVALID_FIELD', 'duplicate field selected: Name'],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    [
      'SELECT FIELDS(ALL) FROM Account',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      'SELECT FIELDS(ALL) FROM Account LIMIT 201',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      'SELECT FIELDS(CUSTOM) FROM Account LIMIT 1',
      'MALFORMED_QUERY',
      "'FIELDS(...)' expansion function must result in at least one field being selected.",
    ],
    [
      'SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact',
      'MALFORMED_QUERY',
      "The relationship 'Account' is not polymorphic and cannot be used in TYPEOF",
    ],
    ['SELECT What.Phone__c FROM Task', 'INVALID_FIELD', "No such column 'Phone__c' on entity 'Name'."],
    [
      'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
      'MALFORMED_QUERY',
      'Maximum of 5 levels of child-to-parent relationships exceeded',
    ],
    ['SELECT GROUPING(Name) FROM Account', 'MALFORMED_QUERY', 'unknown function: GROUPING'],
    [
      'SELECT CALENDAR_YEAR(CreatedDate) FROM Account',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: CreatedDate',
    ],
    // filters
    [
      "SELECT Id FROM Account WHERE Description = 'x'",
      'INVALID_FIELD',
      "field 'Description' can not be filtered in a query call",
    ],
    [
      "SELECT Id FROM Account WHERE BillingAddress = 'x'",
      'INVALID_FIELD',
      "field 'BillingAddress' can not be filtered in a query call",
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
      'INVALID_FIELD',
      "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees IN (1, '5')",
      'INVALID_FIELD',
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      'INVALID_FIELD',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    ['SELECT Id FROM Account WHERE Name LIKE 5', 'MALFORMED_QUERY', "unexpected token: '5'"],
    [
      'SELECT Id FROM Contact WHERE Id IN (SELECT WhoId FROM Task)',
      'MALFORMED_QUERY',
      "Entity 'Task' is not supported for semi join inner selects",
    ],
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01T00:00:00Z'",
      'INVALID_FIELD',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01',
      'INVALID_FIELD',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Opportunity WHERE CloseDate > 2026-01-01T00:00:00Z',
      'INVALID_FIELD',
      "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE NumberOfEmployees = TODAY',
      'INVALID_FIELD',
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE IsDeleted = 'true'",
      'INVALID_FIELD',
      "value of filter criterion for field 'IsDeleted' must be of type boolean and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE Id = 5',
      'INVALID_FIELD',
      "value of filter criterion for field 'Id' must be of type ID and should be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE Id = '001000000000001AAB'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: 001000000000001AAB',
    ],
    ["SELECT Id FROM Account WHERE OwnerId IN ('x')", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: x'],
    [
      "SELECT Id FROM Account WHERE Id LIKE '001%'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on id field',
    ],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees LIKE '1%'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on int field',
    ],
    [
      "SELECT Id FROM Account WHERE Name INCLUDES ('x')",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator includes on field Name',
    ],
    [
      'SELECT Id FROM Account WHERE COUNT(Id) > 1',
      'MALFORMED_QUERY',
      'Aggregate functions are not allowed in the WHERE clause',
    ],
    [
      'SELECT Id FROM Account USING SCOPE my_territory',
      'MALFORMED_QUERY',
      "Scope 'my_territory' is not supported on Account",
    ],
    ['SELECT Id FROM User USING SCOPE mine', 'MALFORMED_QUERY', "Scope 'mine' is not supported on User"],
    [
      'SELECT Id FROM Lead USING SCOPE delegated',
      'MALFORMED_QUERY',
      "Scope 'delegated' is not supported on Lead",
    ],
    [
      'SELECT Id, (SELECT Id FROM Contacts USING SCOPE mine) FROM Account',
      'MALFORMED_QUERY',
      'USING SCOPE is not allowed in a subquery',
    ],
    [
      'SELECT FORMAT(AnnualRevenue) r FROM Account GROUP BY FORMAT(AnnualRevenue)',
      'MALFORMED_QUERY',
      'FORMAT(AnnualRevenue) is only allowed in the SELECT clause, not in GROUP BY',
    ],
    [
      'SELECT Name FROM Account GROUP BY Name HAVING FORMAT(SUM(AnnualRevenue)) > 5',
      'MALFORMED_QUERY',
      'FORMAT(SUM(AnnualRevenue)) is only allowed in the SELECT clause, not in HAVING',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact USING SCOPE mine)',
      'MALFORMED_QUERY',
      'USING SCOPE is not allowed in semi join sub-selects',
    ],
    ['SELECT Id FROM Account ALL ROWS', 'MALFORMED_QUERY', 'ALL ROWS not allowed in this context'],
    ['SELECT Id FROM Account FOR UPDATE', 'MALFORMED_QUERY', 'FOR UPDATE not allowed in this context'],
    [
      'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c',
      'MALFORMED_QUERY',
      'WITH DATA CATEGORY is not supported on Account',
    ],
    [
      `SELECT Id FROM Account WITH UserId = '005000000000001'`,
      'MALFORMED_QUERY',
      'A WITH filter is not supported on Account',
    ],
    // semi-joins
    [
      "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
      'MALFORMED_QUERY',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
      'SELECT Id FROM Account WHERE NOT (Id IN (SELECT AccountId FROM Contact))',
      'MALFORMED_QUERY',
      'Semi join sub-selects are only allowed at the top level WHERE expressions.',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case))',
      'MALFORMED_QUERY',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Order)',
      'MALFORMED_QUERY',
      'Maximum 2 semi join sub-selects are allowed',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Contact)',
      'MALFORMED_QUERY',
      "The selected field 'Id' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 5)',
      'MALFORMED_QUERY',
      'LIMIT is not allowed in semi join sub-selects',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId, Id FROM Contact)',
      'MALFORMED_QUERY',
      'A semi join sub-select must select exactly one ID or reference field',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Nothing)',
      'INVALID_TYPE',
      "sObject type 'Nothing' is not supported.",
    ],
    [
      'SELECT Id FROM Contact WHERE Account.OwnerId IN (SELECT Id FROM User)',
      'MALFORMED_QUERY',
      'The left operand of a semi join must be an ID or reference field of Contact',
    ],
    [
      'SELECT Industry FROM Account GROUP BY Industry OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000',
    ],
    // sorting and paging
    [
      'SELECT Id, (SELECT Id FROM Contacts OFFSET 1) FROM Account LIMIT 2',
      'MALFORMED_QUERY',
      'OFFSET is only allowed in a subquery when the outer query has LIMIT 1',
    ],
    [
      'SELECT Id FROM Account ORDER BY Description',
      'MALFORMED_QUERY',
      "field 'Description' can not be sorted in a query call",
    ],
    [
      'SELECT Id FROM Odd__c ORDER BY Choices__c',
      'MALFORMED_QUERY',
      "field 'Choices__c' can not be sorted in a query call",
    ],
    [
      'SELECT Id FROM Account ORDER BY COUNT(Id)',
      'MALFORMED_QUERY',
      'Aggregate functions are not allowed in ORDER BY without GROUP BY',
    ],
    [
      'SELECT Id FROM Account OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000',
    ],
    // aggregates
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
    [
      'SELECT Name FROM Account GROUP BY Industry',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      'SELECT Industry FROM Account GROUP BY Industry ORDER BY Name',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      "SELECT Industry FROM Account GROUP BY Industry HAVING Name = 'x'",
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY Description',
      'MALFORMED_QUERY',
      "field 'Description' can not be grouped in a query call",
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY CreatedDate',
      'MALFORMED_QUERY',
      "field 'CreatedDate' can not be grouped in a query call",
    ],
    [
      'SELECT COUNT(Id) FROM Account LIMIT 1',
      'MALFORMED_QUERY',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
      'SELECT COUNT(), Name FROM Account',
      'MALFORMED_QUERY',
      'COUNT() must be the only element of the select list',
    ],
    [
      'SELECT SUM(Name) FROM Account',
      'MALFORMED_QUERY',
      'field Name does not support aggregate operator SUM',
    ],
    [
      'SELECT MAX(IsDeleted) FROM Account',
      'MALFORMED_QUERY',
      'field IsDeleted does not support aggregate operator MAX',
    ],
    [
      'SELECT MIN(Description) FROM Account',
      'MALFORMED_QUERY',
      'field Description does not support aggregate operator MIN',
    ],
    [
      'SELECT Owner.Name, Account.Name FROM Contact GROUP BY Owner.Name, Account.Name',
      'MALFORMED_QUERY',
      'duplicate alias: Name',
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(Name, Industry, Type, Rating)',
      'MALFORMED_QUERY',
      'Maximum of 3 fields allowed in ROLLUP',
    ],
    [
      'SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account',
      'MALFORMED_QUERY',
      'Aggregates and GROUP BY are not allowed in a subquery',
    ],
  ])('%s: %s', (soql, errorCode, reason) => {
    const refusal = org.refusal(soql);
    expect(refusal).toMatchObject({ errorCode, status: 400 });
    expect(refusal.message.split(/ERROR at Row:1:Column:\d+\n/).at(-1)).toContain(reason);
  });

  it('has no more than 20 subqueries, five levels deep', () => {
    const names = Array.from({ length: 21 }, (_, n) => `Set${n}__r`);
    const lookups = names.map((childRelationshipName, n) =>
      field(`Account${n}__c`, 'reference', { referenceTo: ['Account'], childRelationshipName }),
    );
    org.define('Many__c', 'a07', ...lookups);
    const subqueries = names.map((name) => `(SELECT Id FROM ${name})`);
    expect(org.refusal(`SELECT ${subqueries.slice(0, 20).join(', ')} FROM Account`).errorCode).toBe('none');
    expect(org.refusal(`SELECT ${subqueries.join(', ')} FROM Account`).message).toMatch(
      /Maximum of 20 child relationship subqueries exceeded$/,
    );
    const nested = (levels: number): string =>
      levels === 1 ? 'SELECT Id FROM ChildAccounts' : `SELECT Id, (${nested(levels - 1)}) FROM ChildAccounts`;
    expect(org.refusal(`SELECT Id, (${nested(4)}) FROM Account`).errorCode).toBe('none');
    expect(org.refusal(`SELECT Id, (${nested(5)}) FROM Account`).message).toMatch(
      /Maximum of 5 levels of relationships exceeded$/,
    );
  });
});
