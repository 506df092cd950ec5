import { describe, expect, it } from '@jest/globals';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';

function aliasOf(word: string): string | undefined {
  const [item] = parseSoql(`SELECT MAX(Amount) ${word} FROM Opportunity`).select;
  return item?.kind === 'expression' ? item.alias : undefined;
}

describe('keywords', () => {
  it('are read in any case', () => {
    expect(
      parseSoql("sElEcT Id FrOm Account WhErE Name LiKe 'a' OrDeR bY Name dEsC nUlLs LaSt LiMiT 1 oFfSeT 2"),
    ).toEqual(
      parseSoql("SELECT Id FROM Account WHERE Name LIKE 'a' ORDER BY Name DESC NULLS LAST LIMIT 1 OFFSET 2"),
    );
  });

  it.each(['selecT', 'WHERE', 'limit', 'Excludes', 'NULLS'])('that are reserved are no names: %s', (word) => {
    expect(() => aliasOf(word)).toThrow(`unexpected token: '${word}'`);
  });

  it.each([
    'xWHERE',
    'WHEREx',
    'LIMITIMIT',
    'SELECTLECT',
    'INCLUDESUDES',
    'LIM9T',
    'O2',
    'N_T',
    'LIKELIKE',
    'LIK',
    'ILIKE',
  ])('are not words that only look like them: %s', (word) => {
    expect(aliasOf(word)).toBe(word);
  });

  it.each(['data', 'Name', 'ROWS', 'Security_Enforced'])(
    'that mean something in their places only are names: %s',
    (word) => {
      expect(aliasOf(word)).toBe(word);
    },
  );
});
