import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';

function detailOf(query: string): string | undefined {
  try {
    parseSoql(query);
  } catch (error) {
    if (error instanceof MalformedQueryException) return error.message.split('\n').at(-1);
    throw error;
  }
  return undefined;
}

describe('parseSoql', () => {
  it('reads a query of 100,000 characters, and none that is longer', () => {
    const query = 'SELECT Id FROM Account WHERE Id = 1'.padEnd(100_000, ' ');
    expect(detailOf(query)).toBeUndefined();
    expect(detailOf(`${query} `)).toBe('SOQL statements can not be longer than 100000 characters.');
  });

  it.each([
    ['a comparison', (text: string) => `Name = '${text}'`],
    ['a list', (text: string) => `Name IN ('x', '${text}')`],
    ['a pattern', (text: string) => `Name LIKE '${text}'`],
    ['a choice', (text: string) => `Tags__c INCLUDES ('${text}')`],
  ])('reads strings of 4,000 characters in %s, and none that are longer', (_, condition) => {
    expect(detailOf(`SELECT Id FROM Account WHERE ${condition('a'.repeat(4_000))}`)).toBeUndefined();
    expect(detailOf(`SELECT Id FROM Account WHERE ${condition('a'.repeat(4_001))}`)).toBe(
      'string literals cannot be longer than 4000 characters',
    );
  });

  it('counts the characters of the value, not those it is written with', () => {
    expect(detailOf(`SELECT Id FROM Account WHERE Name = '${"\\'".repeat(4_000)}'`)).toBeUndefined();
  });

  it.each(['FORMAT(convertCurrency(Amount))', 'CALENDAR_YEAR(convertTimezone(CreatedDate))', 'MAX(Amount)'])(
    'reads functions of functions: %s',
    (call) => {
      expect(printSoql(parseSoql(`SELECT ${call} FROM Opportunity`))).toBe(`SELECT ${call} FROM Opportunity`);
    },
  );

  it('reads no function of a function of a function', () => {
    expect(detailOf('SELECT FORMAT(MAX(convertCurrency(Amount))) FROM Opportunity')).toBe(
      "unexpected token: '('",
    );
  });

  it.each(["'\u2727\u275c'", "'Łódź'", "'a\u0000b'", "'🚀'", "'é\\''"])(
    'takes characters beyond ASCII for nothing but themselves: %j',
    (literal) => {
      const where = parseSoql(`SELECT Id FROM Account WHERE Name = ${literal} AND Site = 'x'`).where;
      expect(where).toMatchObject({
        kind: 'and',
        conditions: [{ right: { value: literal.slice(1, -1).replace('\\', '') } }, { right: { value: 'x' } }],
      });
    },
  );

  it.each(['SELECT Łukasz FROM Account', 'SELECT Id FROM ŁAccount', 'SELECT Id FROM Account\u0000'])(
    'refuses them anywhere else: %j',
    (query) => {
      expect(detailOf(query)).toMatch(/^line 1:\d+ unexpected token: '[^']'$/);
    },
  );
});
