import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { comparison } from '../../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../../../lib/soql/ast/factories/literal.factory.js';
import {
  searchAnd,
  searchNot,
  searchOr,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../../../../lib/soql/sosl/ast/factories/search-expression.factory.js';
import { divisionOption } from '../../../../lib/soql/sosl/ast/factories/search-option.factory.js';
import { returningItem, soslSearch } from '../../../../lib/soql/sosl/ast/factories/sosl-search.factory.js';
import { parseSosl } from '../../../../lib/soql/sosl/parser/sosl-parser.js';
import { printSearchExpression, printSosl } from '../../../../lib/soql/sosl/sosl-printer.js';
import { soslSearches } from '../../../support/sosl-arbitraries.js';

const [a, b, c] = [searchWord('aa'), searchWord('bb'), searchWord('cc')] as const;

describe('printSearchExpression', () => {
  it.each([
    [searchSequence(a, searchPhrase('New York')), 'aa "New York"'],
    [searchOr(a, searchAnd(b, c)), 'aa OR (bb AND cc)'],
    [searchAnd(searchOr(a, b), searchNot(searchSequence(b, c))), '(aa OR bb) AND NOT (bb cc)'],
    [searchSequence(a, searchOr(b, c)), 'aa (bb OR cc)'],
    [searchPhrase('it\'s "so"'), `"it\\'s \\"so\\""`],
  ])('writes %j', (expression, text) => {
    expect(printSearchExpression(expression)).toBe(text);
  });

  it('lets no word become an operator', () => {
    expect(printSearchExpression(searchSequence(a, searchWord('OR'), b))).toBe('aa "OR" bb');
  });
});

describe('printSosl', () => {
  it('quotes values, and writes the id where clauses stand without fields', () => {
    const search = soslSearch({
      find: a,
      returning: [
        returningItem('Account', {
          where: comparison(fieldPath('Name'), '=', stringLiteral("O'Hara")),
          limit: 5,
        }),
      ],
      with: [divisionOption("Peter's")],
    });
    expect(printSosl(search)).toBe(
      "FIND {aa} RETURNING Account(Id WHERE Name = 'O\\'Hara' LIMIT 5) WITH DIVISION = 'Peter\\'s'",
    );
  });

  it('writes what is read back as the same search, whatever it is made of', () => {
    fc.assert(
      fc.property(soslSearches(2), (search) => {
        expect(parseSosl(printSosl(search))).toEqual(search);
      }),
      { seed: 11, numRuns: 2_000 },
    );
  });
});
