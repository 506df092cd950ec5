import { describe, expect, it } from '@jest/globals';
import { printable, printableLines } from '../../../../lib/cli/output/printable.js';

describe('printable', () => {
  it.each([
    ['Müller & Søn 🔥 東京', 'Müller & Søn 🔥 東京'],
    ['two\nlines\r\nand three', 'two⏎lines⏎and three'],
    ['a\tb', 'a b'],
    ['\u001B]0;title\u0007\u001B[2J\u009Bx', ']0;title[2Jx'],
    ['\u202Egnp.exe\u2066', 'gnp.exe'],
    ['a\u2028b\u2029c', 'abc'],
  ])('makes a line of %j', (text, line) => {
    expect(printable(text)).toBe(line);
  });
});

describe('printableLines', () => {
  it('keeps lines, and nothing else that moves the cursor', () => {
    expect(printableLines('SELECT \u001B[2Jx\r\n\t^\nERROR')).toBe('SELECT [2Jx\n ^\nERROR');
  });
});
