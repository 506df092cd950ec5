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
    'SUMM',
    'LAST_90_DAY',
    'LAST_90_DAYSX',
    'LAST_N_LAST_N_LAST_N_WHERE_LIMIT',
    'a_name_that_is_longer_than_any_keyword_LIMIT',
  ])('are not words that only look like them: %s', (word) => {
    expect(aliasOf(word)).toBe(word);
  });

  it.each(['', 'IN', 'O', 'FROM'])('are found in texts as short as themselves: %j', (text) => {
    // What was read before leaves nothing behind.
    aliasOf('WHEREVER');
    const token = text === '' ? '<EOF>' : text;
    expect(() => parseSoql(text)).toThrow(`unexpected token: '${token}'`);
  });

  it.each(['data', 'Name', 'ROWS', 'Security_Enforced', 'Today', 'last_n_days', 'Sum'])(
    'that mean something in their places only are names: %s',
    (word) => {
      expect(aliasOf(word)).toBe(word);
    },
  );
});
