import { describe, expect, it } from '@jest/globals';
import { compileFormula } from '../../../../../lib/embedded/engine/formula/formula-compiler.js';
import { FormulaError } from '../../../../../lib/embedded/engine/formula/formula-error.js';
import { parseFormula } from '../../../../../lib/embedded/engine/formula/formula-parser.js';
import type { FormulaType, FormulaValue } from '../../../../../lib/embedded/engine/formula/formula-value.js';

const FIELDS: Readonly<Record<string, readonly [FormulaType, FormulaValue]>> = {
  Amount: ['number', 1234.5],
  Nothing: ['number', null],
  Name: ['text', 'Acme Corp'],
  Blank: ['text', null],
  Open: ['boolean', true],
  Day: ['date', '2026-01-31'],
  Later: ['date', '2026-03-01'],
  At: ['datetime', '2026-01-31T12:00:00.000Z'],
};

function evaluate(text: string, blankAsZero = true): FormulaValue {
  const inputs: FormulaValue[] = [];
  const formula = compileFormula(parseFormula(text), {
    blankAsZero,
    input([name = '']) {
      const [type, value] = FIELDS[name] ?? [];
      if (type === undefined) throw new FormulaError(name);
      return { place: inputs.push(value ?? null) - 1, type };
    },
  });
  return formula.evaluate(inputs, { now: new Date('2026-05-06T07:08:09.123Z') });
}

describe('compileFormula', () => {
  it.each<[string, FormulaValue]>([
    ['Amount + 1', 1235.5],
    ['Amount / 0', null],
    ['Nothing + 1', 1],
    ['2 ^ 10', 1024],
    ['-Amount', -1234.5],
    ['"a" & Blank & 1', 'a1'],
    ['Name + "!"', 'Acme Corp!'],
    ['Amount > 1000 && Open', true],
    ['Amount < 1000 || NOT(Open)', false],
    ['Name = "acme corp"', false],
    ['Blank = ""', true],
    ['Name <> "x"', true],
    ['Day + 1', '2026-02-01'],
    ['Later - Day', 29],
    ['Day < Later', true],
    ['At + 0.5', '2026-02-01T00:00:00.000Z'],
    ['IF(Amount > 1000, "big", "small")', 'big'],
    ['IF(Amount / 0 > 1, "big", "small")', 'small'],
    ['AND(Open, Amount > 1, Name = "x")', false],
    ['OR(FALSE, Open)', true],
    ['CASE(Name, "A", 1, "Acme Corp", 2, 3)', 2],
    ['CASE(Name, "A", 1, 3)', 3],
    ['ISBLANK(Blank)', true],
    ['ISBLANK(Name)', false],
    ['BLANKVALUE(Blank, "none")', 'none'],
    ['BLANKVALUE(Name, "none")', 'Acme Corp'],
    ['TEXT(Amount)', '1234.5'],
    ['VALUE("12.5") * 2', 25],
    ['VALUE("x")', null],
    ['LEN(Name)', 9],
    ['LEN(Blank)', 0],
    ['LEFT(Name, 4)', 'Acme'],
    ['RIGHT(Name, 4)', 'Corp'],
    ['RIGHT(Name, 0)', ''],
    ['MID(Name, 6, 2)', 'Co'],
    ['UPPER(Name)', 'ACME CORP'],
    ['LOWER(Name)', 'acme corp'],
    ['TRIM("  a ")', 'a'],
    ['CONTAINS(Name, "me")', true],
    ['BEGINS(Name, "Acme")', true],
    ['SUBSTITUTE(Name, "Corp", "Inc")', 'Acme Inc'],
    ['ISPICKVAL(Name, "Acme Corp")', true],
    ['ROUND(2.345, 2)', 2.35],
    ['ROUND(-2.5, 0)', -3],
    ['FLOOR(-2.5)', -2],
    ['CEILING(2.1)', 3],
    ['ABS(-3)', 3],
    ['MOD(-7, 3)', 2],
    ['MIN(3, 1, 2)', 1],
    ['MAX(3, 1, 2)', 3],
    ['TODAY()', '2026-05-06'],
    ['NOW()', '2026-05-06T07:08:09.000Z'],
    ['YEAR(Day)', 2026],
    ['MONTH(Day)', 1],
    ['DAY(Day)', 31],
    ['DATE(2026, 2, 28)', '2026-02-28'],
    ['DATE(2026, 2, 30)', null],
    ['DATEVALUE(At)', '2026-01-31'],
  ])('computes %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it('leaves a sum with a blank number blank where blanks are none', () => {
    expect(evaluate('Nothing + 1', false)).toBeNull();
    expect(evaluate('BLANKVALUE(Nothing, 5)', false)).toBe(5);
  });

  it.each([
    ['NOSUCH(1)', 'Unknown function NOSUCH. Check spelling.'],
    ['IF(1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 1"],
    ['LEN("a", "b")', "Incorrect number of parameters for function 'LEN()'. Expected 1, received 2"],
    ['Day + Later', "Incorrect parameter type for operator '+': two dates do not add up."],
  ])('refuses %s', (text, message) => {
    expect(() => evaluate(text)).toThrow(new FormulaError(message));
  });
});
