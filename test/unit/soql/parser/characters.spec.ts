import { describe, expect, it } from '@jest/globals';
import {
  characterAt,
  charactersOf,
  END,
  isDigit,
  isForeign,
  isLetter,
  isNamePart,
  isSpace,
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
    const characters = charactersOf(text);
    expect(Array.from(text, (_, i) => characterAt(characters, i))).toEqual(codes);
    expect([0, 1, 2, 99].map((behind) => characterAt(characters, text.length + behind))).toEqual(
      Array(4).fill(END),
    );
  });

  it('beyond ASCII belong to no class', () => {
    const [code] = charactersOf('Ł');
    expect([isLetter, isDigit, isSpace, isNamePart].some((is) => is(code as number))).toBe(false);
    expect(isForeign(code as number)).toBe(true);
  });
});
