import { describe, expect, it } from '@jest/globals';
import {
  escapePattern,
  isReserved,
  literalPattern,
  patternLength,
} from '../../../../lib/soql/sosl/search-pattern.js';

describe('isReserved', () => {
  it.each([...`?&|!{}[]()^~*:\\"'+-`])('knows %s', (character) => {
    expect(isReserved(character)).toBe(true);
  });

  it.each([...'aÜ東1_.@#/,;<=>%$'])('does not take %s for one', (character) => {
    expect(isReserved(character)).toBe(false);
  });
});

describe('escapePattern', () => {
  it.each([
    ['Acme*', 'Acme*'],
    ['Sm?th', 'Sm?th'],
    ['Why\\?', 'Why\\?'],
    ['a\\\\b', 'a\\\\b'],
    ['AT&T', 'AT\\&T'],
    ['el-guapo@example.com', 'el\\-guapo@example.com'],
    [`?&|!{}[]()^~*:"'+-`, `?\\&\\|\\!\\{\\}\\[\\]\\(\\)\\^\\~*\\:\\"\\'\\+\\-`],
  ])('writes %s as %s', (pattern, written) => {
    expect(escapePattern(pattern)).toBe(written);
  });
});

describe('literalPattern', () => {
  it('takes away the meaning of wildcards and backslashes', () => {
    expect(literalPattern('50*? a\\b')).toBe('50\\*\\? a\\\\b');
  });
});

describe('patternLength', () => {
  it.each([
    ['Acme', 4],
    ['A*', 1],
    ['*?', 0],
    ['\\*\\?', 2],
    ['\\\\', 1],
    ['𝄞', 1],
  ])('of %s is %d', (pattern, length) => {
    expect(patternLength(pattern)).toBe(length);
  });
});
