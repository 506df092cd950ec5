import { describe, expect, it } from '@jest/globals';
import { portions, valuesQuery } from '../../../../lib/cli/data/values-query.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';

describe('valuesQuery', () => {
  it('asks for the records that have one of some values', () => {
    const query = valuesQuery('User', ['Id', 'Username'], 'Username', [
      "o'neil@example.com",
      'b@example.com',
    ]);
    expect(printSoql(query)).toBe(
      "SELECT Id, Username FROM User WHERE Username IN ('o\\'neil@example.com', 'b@example.com')",
    );
  });
});

describe('portions', () => {
  it('gives so many values as a query may have', () => {
    const values = Array.from({ length: 450 }, (_, number) => String(number));
    expect([...portions(values)].map((some) => [some.length, some[0]])).toEqual([
      [200, '0'],
      [200, '200'],
      [50, '400'],
    ]);
    expect([...portions([])]).toEqual([]);
  });
});
