import { describe, expect, it } from '@jest/globals';
import { LineEdits } from '../../../../../lib/codegen/update/edits/line-edits.js';
import type { SourceStyle } from '../../../../../lib/codegen/update/source/source-style.js';
import { TextEdits } from '../../../../../lib/codegen/update/edits/text-edits.js';

const STYLE: SourceStyle = { quote: "'", semicolons: true, indent: '  ', newline: '\n' };
const NEW = { code: 'new;', indent: '  ', apart: false };

function edit(
  text: string,
  change: (lines: LineEdits, block: (code: string) => { top: number; bottom: number }) => void,
): string {
  const edits = new TextEdits(text);
  change(new LineEdits(text, edits, STYLE), (code) => ({
    top: text.indexOf(code),
    bottom: text.indexOf(code) + code.length,
  }));
  return edits.toString();
}

describe('LineEdits', () => {
  it('inserts behind and before', () => {
    const text = '{\n  a;\n  b;\n}';
    expect(edit(text, (lines, block) => lines.insertAfter(block('a;'), NEW))).toBe(
      '{\n  a;\n  new;\n  b;\n}',
    );
    expect(edit(text, (lines, block) => lines.insertBefore(block('a;'), NEW))).toBe(
      '{\n  new;\n  a;\n  b;\n}',
    );
  });

  it('sets apart by an empty line', () => {
    const apart = { ...NEW, apart: true };
    expect(edit('{\n  a;\n}', (lines, block) => lines.insertAfter(block('a;'), apart))).toBe(
      '{\n  a;\n\n  new;\n}',
    );
    expect(edit('{\n  a;\n}', (lines, block) => lines.insertBefore(block('a;'), apart))).toBe(
      '{\n  new;\n\n  a;\n}',
    );
  });

  it('inserts into a body that is empty, or holds other things', () => {
    expect(edit('class A {}', (lines) => lines.insertFirst({ start: 9, end: 9 }, NEW))).toBe(
      'class A {\n  new;\n}',
    );
    expect(edit('class A {\n  // b\n}', (lines) => lines.insertFirst({ start: 9, end: 17 }, NEW))).toBe(
      'class A {\n  new;\n\n  // b\n}',
    );
  });

  it.each([
    ['a line', '{\n  a;\n  b;\n}', 'a;', '{\n  b;\n}'],
    ['the last line', '{\n  a;\n  b;\n}', 'b;', '{\n  a;\n}'],
    ['the empty line behind', '{\n  a;\n\n  b;\n}', 'a;', '{\n  b;\n}'],
    ['one empty line of two', '{\n  a;\n\n  b;\n\n  c;\n}', 'b;', '{\n  a;\n\n  c;\n}'],
    ['the empty line before the last', '{\n  a;\n\n  b;\n}', 'b;', '{\n  a;\n}'],
    ['what shares its line', '{ a; b; }', 'a;', '{  b; }'],
  ])('removes %s', (_, text, code, result) => {
    expect(edit(text, (lines, block) => lines.remove(block(code)))).toBe(result);
  });
});
