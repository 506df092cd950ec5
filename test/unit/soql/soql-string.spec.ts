import { describe, expect, it } from '@jest/globals';
import { escapeLike, quoteLikePattern, quoteSoqlString } from '../../../lib/soql/soql-string.js';

describe('quoteSoqlString', () => {
  it.each([
    ['', "''"],
    ['Acme', "'Acme'"],
    ["O'Hara", "'O\\'Hara'"],
    ['a\\b', "'a\\\\b'"],
    ["\\'", "'\\\\\\''"],
    ['"', "'\\\"'"],
    ['\n\r\t\b\f', "'\\n\\r\\t\\b\\f'"],
    ['\u0000\u0001\u000b\u001f', "'\\u0000\\u0001\\u000B\\u001F'"],
    ['\u007f\u0085\u009f', "'\\u007F\\u0085\\u009F'"],
    ['100% _', "'100% _'"],
    ['\\%', "'\\\\%'"],
    ['é東🚀\u00a0', "'é東🚀\u00a0'"],
    ['\ud800', "'\\uD800'"],
    ['a\udc00b', "'a\\uDC00b'"],
    ['\ud83d\ud83d\ude80', "'\\uD83D🚀'"],
  ])('writes %j as %s', (text, quoted) => {
    expect(quoteSoqlString(text)).toBe(quoted);
  });
});

describe('quoteLikePattern', () => {
  it.each([
    ['A%', "'A%'"],
    ['100\\%', "'100\\%'"],
    ['a\\_b', "'a\\_b'"],
    ['a\\\\b', "'a\\\\b'"],
    ['a\\\\%', "'a\\\\%'"],
    ['a\\b', "'a\\\\b'"],
    ['a\\', "'a\\\\'"],
    ["\\'\n", "'\\\\\\'\\n'"],
  ])('writes the pattern %j as %s', (pattern, quoted) => {
    expect(quoteLikePattern(pattern)).toBe(quoted);
  });
});

describe('escapeLike', () => {
  it.each([
    ['Acme', 'Acme'],
    ['100%', '100\\%'],
    ['snake_case', 'snake\\_case'],
    ['C:\\temp', 'C:\\\\temp'],
    ['\\%', '\\\\\\%'],
    ["O'Hara", "O'Hara"],
  ])('makes of %j the pattern %j', (text, pattern) => {
    expect(escapeLike(text)).toBe(pattern);
  });
});
