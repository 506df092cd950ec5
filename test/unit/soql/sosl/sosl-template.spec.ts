import { describe, expect, it } from '@jest/globals';
import { contextAfter } from '../../../../lib/soql/sosl/sosl-template.js';

describe('contextAfter', () => {
  it.each([
    ['FIND ', 'clause'],
    ['FIND {', 'search'],
    ['FIND {a \\} ', 'search'],
    ['FIND {"a ', 'phrase'],
    ['FIND {"a \\" } ', 'phrase'],
    ['FIND {"a" \'b ', 'search'],
    ['FIND {a} RETURNING Account(Id WHERE Name = ', 'clause'],
    ["FIND {a} WITH DIVISION = '", 'string'],
    ["FIND {a} WITH DIVISION = 'it\\'s {", 'string'],
    ["FIND {a} WITH DIVISION = 'x' ", 'clause'],
  ])('of %s is %s', (piece, context) => {
    expect(contextAfter('clause', piece)).toBe(context);
  });

  it('goes on where the piece before ended', () => {
    expect(contextAfter('search', ' AND b} LIMIT ')).toBe('clause');
    expect(contextAfter('phrase', 'b" OR ')).toBe('search');
    expect(contextAfter('string', "' LIMIT ")).toBe('clause');
  });
});
