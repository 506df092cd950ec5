import { describe, expect, it } from '@jest/globals';
import { isCount, selectedPaths } from '../../../../../lib/cli/query/result/selected-paths.js';
import { parseSoql } from '../../../../../lib/soql/parser/soql-parser.js';

const paths = (soql: string): readonly string[] =>
  selectedPaths(parseSoql(soql)).map(({ kind, path }) => [kind, ...path].join(' '));

describe('selectedPaths', () => {
  it.each<[string, string[]]>([
    ['SELECT Id, Account.Owner.Name FROM Contact', ['field Id', 'field Account Owner Name']],
    [
      'SELECT c.Id, Contact.Name, a.Name FROM Contact c, c.Account a',
      ['field Id', 'field Name', 'field Account Name'],
    ],
    ['SELECT FIELDS(STANDARD), Id FROM Contact', ['rest', 'field Id']],
    ['SELECT Name, (SELECT Id FROM Contacts) FROM Account', ['field Name', 'field Contacts']],
    ['SELECT TYPEOF What WHEN Account THEN Phone END FROM Task', ['parent What']],
    ['SELECT FORMAT(Amount), toLabel(StageName) Stage FROM Opportunity', ['field Amount', 'field Stage']],
    ['SELECT FORMAT(convertCurrency(Amount)) FROM Opportunity', ['field Amount']],
    [
      'SELECT SUM(Amount), COUNT(Id) n, MAX(Amount) FROM Opportunity',
      ['field expr0', 'field n', 'field expr1'],
    ],
    ['SELECT Account.Name, COUNT(Id) FROM Contact GROUP BY Account.Name', ['field Name', 'field expr0']],
  ])('of %s', (soql, expected) => {
    expect(paths(soql)).toEqual(expected);
  });

  it.each([
    ['SELECT COUNT() FROM Account', true],
    ['SELECT count() FROM Account WHERE Name != null', true],
    ['SELECT COUNT(Id) FROM Account', false],
    ['SELECT Id FROM Account', false],
  ])('knows whether %s only counts', (soql, expected) => {
    expect(isCount(parseSoql(soql))).toBe(expected);
  });
});
