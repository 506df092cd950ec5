import { describe, expect, it } from '@jest/globals';
import { isToken, readQueryTokens } from '../../../../../lib/cli/query/completion/query-token.js';

const texts = (text: string): readonly string[] => readQueryTokens(text).map((token) => token.text);

describe('readQueryTokens', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['  \n', []],
    [
      "SELECT Id FROM Account WHERE Name='x' ",
      ['SELECT', 'Id', 'FROM', 'Account', 'WHERE', 'Name', '=', "'x'"],
    ],
    ['Owner.Name', ['Owner.Name']],
    ['Owner.', ['Owner.']],
    ['Owner.Manager. FROM', ['Owner.Manager.', 'FROM']],
    ['a<=1 AND b!=-2.5', ['a', '<=', '1', 'AND', 'b', '!=', '-2.5']],
    ['CreatedDate>2026-01-31T10:00:00Z', ['CreatedDate', '>', '2026-01-31T10:00:00Z']],
    ['LAST_N_DAYS:30', ['LAST_N_DAYS', ':', '30']],
    ["Name = 'Clos", ['Name', '=', "'Clos"]],
    ["'O\\'Brien' x", ["'O\\'Brien'", 'x']],
    ['SUM(Amount),', ['SUM', '(', 'Amount', ')', ',']],
    ['? 😀 x', ['?', '😀', 'x']],
  ])('reads %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('knows where tokens stand and what they are', () => {
    expect(readQueryTokens(" Id = 'x")).toEqual([
      { kind: 'word', text: 'Id', start: 1, end: 3 },
      { kind: 'symbol', text: '=', start: 4, end: 5 },
      { kind: 'string', text: "'x", start: 6, end: 8 },
    ]);
  });

  it('tells words from strings', () => {
    const [word, string] = readQueryTokens("from ','");
    expect(isToken(word, 'FROM')).toBe(true);
    expect(isToken(word, 'WHERE')).toBe(false);
    expect(isToken(string, "','")).toBe(false);
    expect(isToken(undefined, 'FROM')).toBe(false);
  });
});
