import { describe, expect, it } from '@jest/globals';
import { FormulaError } from '../../../../../lib/embedded/engine/formula/formula-error.js';
import type { FormulaNode } from '../../../../../lib/embedded/engine/formula/formula-node.js';
import { parseFormula } from '../../../../../lib/embedded/engine/formula/formula-parser.js';

/** As a text with every parenthesis. */
function shown(node: FormulaNode): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'field':
      return node.path.join('.');
    case 'call':
      return `${node.name}[${node.args.map(shown).join(', ')}]`;
    case 'negation':
      return `(${node.operator}${shown(node.operand)})`;
    case 'binary':
      return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
  }
}

describe('parseFormula', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['10 - 4 - 3', '((10 - 4) - 3)'],
    ['2 ^ 3 * 4', '((2 ^ 3) * 4)'],
    ['-Amount * 2', '((-Amount) * 2)'],
    ['a & b + c', '(a & (b + c))'],
    ['a = 1 && b != 2 || !c', '(((a = 1) && (b <> 2)) || (!c))'],
    ['a == 1', '(a = 1)'],
    ['a >= .5', '(a >= 0.5)'],
    ['Account.Owner.Name', 'Account.Owner.Name'],
    ["if(isblank( Name ), \"none\", 'it\\'s')", 'IF[ISBLANK[Name], "none", "it\'s"]'],
    ['"a\\"b\\n"', '"a\\"b\\n"'],
    ['TRUE', 'true'],
    ['null', 'null'],
    ['TODAY()', 'TODAY[]'],
    ['1 /* one */ + /* two */ 2', '(1 + 2)'],
  ])('reads %s', (text, expected) => {
    expect(shown(parseFormula(text))).toBe(expected);
  });

  it.each([
    ['', 'Syntax error. Found the end in the formula '],
    ['1 +', 'Syntax error. Found the end in the formula 1 +'],
    ['(1', 'Syntax error. Found the end in the formula (1'],
    ['1 2', "Syntax error. Found '2' in the formula 1 2"],
    ['IF(a,)', "Syntax error. Found ')' in the formula IF(a,)"],
    ['a # b', "Syntax error. Found '# b' in the formula a # b"],
  ])('refuses %s', (text, message) => {
    expect(() => parseFormula(text)).toThrow(new FormulaError(message));
  });

  it('refuses endless nesting', () => {
    expect(() => parseFormula('('.repeat(5000))).toThrow(FormulaError);
  });
});
