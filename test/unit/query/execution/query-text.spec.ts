import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../../../lib/query/execution/query-text.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';

describe('textOf', () => {
  it('is the text of the query, however often it is asked for', () => {
    const query = parseSoql('select Id from Account limit 5');
    expect(textOf(query)).toBe('SELECT Id FROM Account LIMIT 5');
    expect(textOf(query)).toBe('SELECT Id FROM Account LIMIT 5');
    expect(textOf({ ...query, limit: 6 })).toBe('SELECT Id FROM Account LIMIT 6');
  });
});
