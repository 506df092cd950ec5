import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../../lib/exceptions/malformed-query.exception.js';
import {
  searchAnd,
  searchNot,
  searchOr,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../../../../../lib/soql/sosl/ast/factories/search-expression.factory.js';
import type { SearchExpression } from '../../../../../lib/soql/sosl/ast/search-expression.js';
import { parseSearchExpression } from '../../../../../lib/soql/sosl/parser/search-expression.parser.js';

const word = searchWord;
const phrase = searchPhrase;

function read(term: string): SearchExpression | undefined {
  return parseSearchExpression(`{${term}}`, 1).expression;
}

describe('parseSearchExpression', () => {
  it.each<[string, SearchExpression]>([
    ['joe', word('joe')],
    ['Joe Smith', searchSequence(word('Joe'), word('Smith'))],
    ['"Joe  Smith"', phrase('Joe Smith')],
    ['"Joe Smith" OR "Joe Smythe"', searchOr(phrase('Joe Smith'), phrase('Joe Smythe'))],
    ['Joe Sm?th*', searchSequence(word('Joe'), word('Sm?th*'))],
    ['MyProspect and "John Smith"', searchAnd(word('MyProspect'), phrase('John Smith'))],
    [
      'MyProspect AND "John Smith" OR MyCompany',
      searchOr(searchAnd(word('MyProspect'), phrase('John Smith')), word('MyCompany')),
    ],
    [
      'MyProspect AND ("John Smith" OR MyCompany)',
      searchAnd(word('MyProspect'), searchOr(phrase('John Smith'), word('MyCompany'))),
    ],
    ['MyProspect AND NOT MyCompany', searchAnd(word('MyProspect'), searchNot(word('MyCompany')))],
    ['right brace \\}', searchSequence(word('right'), word('brace'), word('}'))],
    ['question \\?', searchSequence(word('question'), word('\\?'))],
    [`single \\' double \\"`, searchSequence(word('single'), word("'"), word('double'), word('"'))],
    ['back \\\\slash', searchSequence(word('back'), word('\\\\slash'))],
    ['mylogin@mycompany.com', word('mylogin@mycompany.com')],
    ['"and" or "or"', searchOr(phrase('and'), phrase('or'))],
    ['"joe and mary"', phrase('joe and mary')],
    ['LIMIT', word('LIMIT')],
    ['a"b c"d', searchSequence(word('a'), phrase('b c'), word('d'))],
  ])('reads %s', (term, expression) => {
    expect(read(term)).toEqual(expression);
  });

  it.each<[string, SearchExpression]>([
    ['and', phrase('and')],
    ['why not', searchSequence(word('why'), phrase('not'))],
    ['ab OR', searchSequence(word('ab'), phrase('OR'))],
    ['or ab', searchSequence(phrase('or'), word('ab'))],
    ['ab AND NOT', searchAnd(word('ab'), phrase('NOT'))],
    ['ab OR NOT cd', searchOr(word('ab'), searchSequence(phrase('NOT'), word('cd')))],
  ])('takes an operator where none can stand for a word: %s', (term, expression) => {
    expect(read(term)).toEqual(expression);
  });

  it.each(['', ' ', '\n\t'])('finds nothing in %j', (term) => {
    expect(read(term)).toBeUndefined();
  });

  it('tells where the closing brace is', () => {
    expect(parseSearchExpression('FIND {a \\} "\\}"} LIMIT 1', 6).end).toBe(16);
  });

  it.each([
    ['(ab', "unexpected token: '}'"],
    ['ab)', "unexpected token: ')'"],
    ['()', "unexpected token: ')'"],
    ['ab (OR)', ''],
  ])('refuses or reads %s', (term, detail) => {
    if (detail === '') expect(read(term)).toEqual(searchSequence(word('ab'), phrase('OR')));
    else expect(() => read(term)).toThrow(detail);
  });

  it('refuses endless nesting instead of exhausting the stack', () => {
    expect(() => read('('.repeat(100_000))).toThrow(MalformedQueryException);
  });
});
