import { describe, expect, it } from '@jest/globals';
import { exceptionFromErrors } from '../../../../lib/exceptions/salesforce-exception.converter.js';
import { SalesforceTimeoutException } from '../../../../lib/exceptions/salesforce-timeout.exception.js';
import { isCursorLost, queryAfter } from '../../../../lib/query/execution/resumption.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf } from '../query-entities.js';

const { id } = metadataOf(Account);
const LAST = '001000000000009AAA';

describe('queryAfter', () => {
  it.each([
    [
      'SELECT Id, Name FROM Account ORDER BY Id',
      `SELECT Id, Name FROM Account WHERE Id > '${LAST}' ORDER BY Id`,
    ],
    [
      'SELECT Id FROM Account ORDER BY id DESC',
      `SELECT Id FROM Account WHERE id < '${LAST}' ORDER BY id DESC`,
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'a' ORDER BY Id ASC",
      `SELECT Id FROM Account WHERE Id > '${LAST}' AND Name = 'a' ORDER BY Id ASC`,
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'a' AND Type = 'b' ORDER BY Id",
      `SELECT Id FROM Account WHERE Id > '${LAST}' AND Name = 'a' AND Type = 'b' ORDER BY Id`,
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'a' OR Type = 'b' ORDER BY Id",
      `SELECT Id FROM Account WHERE Id > '${LAST}' AND (Name = 'a' OR Type = 'b') ORDER BY Id`,
    ],
    // The id decides before any other key comes into play.
    [
      'SELECT Id FROM Account ORDER BY Id, Name',
      `SELECT Id FROM Account WHERE Id > '${LAST}' ORDER BY Id, Name`,
    ],
    [
      'SELECT Id FROM Account ORDER BY Id LIMIT 5000 OFFSET 10',
      `SELECT Id FROM Account WHERE Id > '${LAST}' ORDER BY Id LIMIT 3000`,
    ],
    [
      'SELECT Id, (SELECT Id FROM Contacts) FROM Account USING SCOPE mine ORDER BY Id FOR VIEW',
      `SELECT Id, (SELECT Id FROM Contacts) FROM Account USING SCOPE mine WHERE Id > '${LAST}' ORDER BY Id FOR VIEW`,
    ],
  ])('goes on with %s', (soql, rest) => {
    const query = queryAfter(parseSoql(soql), id, LAST, 2000);
    expect(query && printSoql(query)).toBe(rest);
  });

  it.each([
    ['without an order', 'SELECT Id FROM Account'],
    ['ordered by a field that several records share', 'SELECT Id FROM Account ORDER BY Name, Id'],
    ['ordered by the id of a parent', 'SELECT Id FROM Account ORDER BY Owner.Id'],
    ['of groups', 'SELECT COUNT(Id) FROM Account GROUP BY Name ORDER BY Id'],
  ])('does not go on with a query %s', (_, soql) => {
    expect(queryAfter(parseSoql(soql), id, LAST, 2000)).toBeUndefined();
  });

  it('does not go on behind a record without an id', () => {
    expect(queryAfter(parseSoql('SELECT Id FROM Account ORDER BY Id'), id, undefined, 2000)).toBeUndefined();
  });
});

describe('isCursorLost', () => {
  it.each([
    ['INVALID_QUERY_LOCATOR', true],
    ['QUERY_TIMEOUT', true],
    ['REQUEST_RUNNING_TOO_LONG', false],
    ['MALFORMED_QUERY', false],
  ])('knows that of an error %s it is %s', (errorCode, lost) => {
    expect(isCursorLost(exceptionFromErrors([{ errorCode, message: '' }], { status: 400 }))).toBe(lost);
  });

  it('holds a lost answer for no lost cursor', () => {
    expect(isCursorLost(new SalesforceTimeoutException('no answer in time'))).toBe(false);
  });
});
