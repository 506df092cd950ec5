import { describe, expect, it } from '@jest/globals';
import {
  characterAt,
  isDigit,
  isForeign,
  isLetter,
  isNamePart,
  isSpace,
  MAX_TEXT_LENGTH,
  readCharacters,
} from '../../../../lib/soql/parser/characters.js';

function charactersThat(are: (code: number) => boolean): string {
  return Array.from({ length: 128 }, (_, code) => code)
    .filter((code) => are(code))
    .map((code) => String.fromCharCode(code))
    .join('');
}

describe('characters', () => {
  it('have the classes of the language', () => {
    expect(charactersThat(isSpace)).toBe('\t\n\v\f\r ');
    expect(charactersThat(isDigit)).toBe('0123456789');
    expect(charactersThat(isLetter)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
    expect(charactersThat(isNamePart)).toBe(
      '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
    );
    expect(charactersThat(isForeign).replaceAll(/[^!-~]/g, '')).toBe('"#$%&;?@[\\]^_`{|}~');
  });

  it.each([
    ['SELECT', [0x53, 0x45, 0x4c, 0x45, 0x43, 0x54]],
    ["'é'", [0x27, 0xe9, 0x27]],
    // The low bytes of these two are those of an apostrophe and of a backslash.
    ['\u2727\u275c', [0xff, 0xff]],
    ['a\u0000b', [0x61, 0, 0x62]],
    ['', []],
  ])('are a byte each: %j', (text, codes) => {
    readCharacters('x'.repeat(50));
    readCharacters(text);
    expect(Array.from(text, (_, i) => characterAt(i))).toEqual(codes);
    expect([0, 1].map((behind) => characterAt(text.length + behind))).toEqual([0, 0]);
  });

  it.each(['é', 'Ł', '\u2727', '🚀'])('are a byte each in the longest text that is read: %s', (last) => {
    const text = 'x'.repeat(MAX_TEXT_LENGTH - last.length) + last;
    readCharacters(text);
    expect(characterAt(0)).toBe(0x78);
    expect(characterAt(text.length - 1)).toBe(last === 'é' ? 0xe9 : 0xff);
    expect([0, 1].map((behind) => characterAt(text.length + behind))).toEqual([0, 0]);
  });

  it('beyond ASCII belong to no class', () => {
    readCharacters('Ł');
    const code = characterAt(0);
    expect([isLetter, isDigit, isSpace, isNamePart].some((is) => is(code))).toBe(false);
    expect(isForeign(code)).toBe(true);
  });
});
