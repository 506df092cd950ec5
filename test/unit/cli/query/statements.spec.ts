import { describe, expect, it } from '@jest/globals';
import { splitStatements } from '../../../../lib/cli/query/statements.js';

describe('splitStatements', () => {
  it.each<[string, string[], string]>([
    ['', [], ''],
    ['SELECT Id FROM Account', [], 'SELECT Id FROM Account'],
    ['SELECT Id FROM Account;', ['SELECT Id FROM Account'], ''],
    ['SELECT Id\nFROM Account ; \n', ['SELECT Id\nFROM Account'], ' \n'],
    ['A; B;C', ['A', 'B'], 'C'],
    [';; A;;', ['A'], ''],
    ["SELECT Id FROM Account WHERE Name = ';' ; ", ["SELECT Id FROM Account WHERE Name = ';'"], ' '],
    ["WHERE Name = 'O\\'Brien;' ;x", ["WHERE Name = 'O\\'Brien;'"], 'x'],
    ["WHERE Name = 'open; and on", [], "WHERE Name = 'open; and on"],
    ["FIND {O'Brien; Co} RETURNING Account;", ["FIND {O'Brien; Co} RETURNING Account"], ''],
    ["find {a\\}'b}; FIND {it's}; x", ["find {a\\}'b}", "FIND {it's}"], ' x'],
    ["FIND {it's; open", [], "FIND {it's; open"],
  ])('splits %j', (text, complete, rest) => {
    expect(splitStatements(text)).toEqual({ complete, rest });
  });
});
