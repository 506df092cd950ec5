import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  searchAnd,
  searchNot,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../../../../lib/soql/sosl/ast/factories/search-expression.factory.js';
import type { SearchExpression } from '../../../../lib/soql/sosl/ast/search-expression.js';
import { parseSosl } from '../../../../lib/soql/sosl/parser/sosl-parser.js';
import { printSearchExpression } from '../../../../lib/soql/sosl/sosl-printer.js';
import {
  isTooShort,
  searchForPhrase,
  searchForPrefix,
  searchForText,
} from '../../../../lib/soql/sosl/search-text.js';

function printed(expression: SearchExpression | undefined): string | undefined {
  return expression && printSearchExpression(expression);
}

describe('searchForText', () => {
  it.each([
    ['Acme', 'Acme'],
    ['  Acme \n Corp\t', 'Acme Corp'],
    ['rock & roll', 'rock \\& roll'],
    ['black and white', 'black "and" white'],
    ['OR', '"OR"'],
    ['not', '"not"'],
    ['a} RETURNING User(Email', 'a\\} RETURNING User\\(Email'],
    ['50% *off*', '50% \\*off\\*'],
    ['a\0b\uD800c', 'a b c'],
  ])('looks for the words of %j', (text, search) => {
    expect(printed(searchForText(text))).toBe(search);
  });

  it.each(['', '   ', '\n', '\0', '\uDC00'])('finds no words in %j', (text) => {
    expect(searchForText(text)).toBeUndefined();
  });

  it('gives a term that is read back as the words themselves, whatever they are', () => {
    const characters = fc.constantFrom(
      ...`?&|!{}[]()^~*:\\"'+- ab`,
      'AND',
      ' or ',
      ' NOT ',
      '東',
      '🚀',
      '\uD800',
      '\0',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(characters, { maxLength: 20 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const expression = searchForText(`xx ${text}`);
        const { find } = parseSosl(`FIND {${printed(expression)}} LIMIT 1`);
        expect(find).toEqual(expression);
        expect(wordsOf(find)).toEqual(`xx ${text}`.split(/[\s\p{Cc}\p{Cs}]+/u).filter((word) => word !== ''));
      }),
      { seed: 7, numRuns: 10_000 },
    );
  });
});

/** The words of a text as they came back, their escapes undone; an operator or a wildcard is none. */
function wordsOf(expression: SearchExpression): string[] {
  switch (expression.kind) {
    case 'sequence':
      return expression.terms.flatMap(wordsOf);
    case 'word':
    case 'phrase':
      expect(expression.pattern).not.toMatch(/(?<!\\)(?:\\\\)*[*?]/);
      return [expression.pattern.replaceAll(/\\(.)/g, '$1')];
    default:
      throw new Error(`an operator: ${expression.kind}`);
  }
}

describe('searchForPrefix', () => {
  it.each([
    ['Acm', 'Acm*'],
    ['Acme Co', 'Acme Co*'],
    ['black and', 'black and*'],
    ['why?', 'why\\?*'],
  ])('lets the last word of %j go on', (text, search) => {
    expect(printed(searchForPrefix(text))).toBe(search);
  });

  it.each([' ', '?*', '-- !'])('finds no words in %j', (text) => {
    expect(searchForPrefix(text)).toBeUndefined();
  });
});

describe('searchForPhrase', () => {
  it.each([
    ['New  York', '"New York"'],
    ['black and "white"', '"black and \\"white\\""'],
    ['50*', '"50\\*"'],
  ])('looks for the words of %j one after the other', (text, search) => {
    expect(printed(searchForPhrase(text))).toBe(search);
  });

  it('finds no words in white space', () => {
    expect(searchForPhrase(' ')).toBeUndefined();
  });
});

describe('isTooShort', () => {
  it.each([
    [searchWord('a'), true],
    [searchWord('a*'), true],
    [searchWord('*?'), true],
    [searchPhrase('a'), true],
    [searchAnd(searchWord('a'), searchNot(searchWord('bcd'))), true],
    [searchWord('ab'), false],
    [searchWord('\\*\\?'), false],
    [searchSequence(searchWord('a'), searchWord('b')), false],
  ])('of %j is %p', (expression, short) => {
    expect(isTooShort(expression)).toBe(short);
  });
});
