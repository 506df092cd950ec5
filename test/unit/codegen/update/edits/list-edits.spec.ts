import { describe, expect, it } from '@jest/globals';
import { ListEdits } from '../../../../../lib/codegen/update/edits/list-edits.js';
import type { SourceStyle } from '../../../../../lib/codegen/update/source/source-style.js';
import { TextEdits } from '../../../../../lib/codegen/update/edits/text-edits.js';

const STYLE: SourceStyle = { quote: "'", semicolons: true, indent: '  ', newline: '\n' };

/** Edits the list of single letters between brackets: removes some, and puts others behind one of them or, by '', first. */
function edit(
  text: string,
  removed: string,
  added: readonly (readonly [before: string, item: string])[],
): string {
  const edits = new TextEdits(text);
  const start = text.indexOf('[') + 1;
  const end = text.indexOf(']');
  const items = [...text.slice(start, end).matchAll(/\b[a-z]\b(?![^/]*\*\/)/g)].map(
    ({ index, 0: letter }) => ({
      start: start + index,
      end: start + index + 1,
      letter,
    }),
  );
  const list = new ListEdits(text, { start, end, items }, edits, STYLE);
  for (const item of items) if (removed.includes(item.letter)) list.remove(item);
  for (const [before, item] of added) {
    list.insertAfter(
      items.find(({ letter }) => letter === before),
      item,
    );
  }
  list.apply();
  return edits.toString();
}

describe('ListEdits', () => {
  it.each([
    ['in the middle', '[a, b]', 'a', '[a, x, b]'],
    ['at the end', '[a, b]', 'b', '[a, b, x]'],
    ['at the front', '[a, b]', '', '[x, a, b]'],
    ['into nothing', '[]', '', '[ x ]'],
    ['on a line of its own', '[\n  a,\n  b,\n]', 'a', '[\n  a,\n  x,\n  b,\n]'],
    ['on the last line', '[\n  a,\n  b,\n]', 'b', '[\n  a,\n  b,\n  x,\n]'],
    ['on the last line without a comma', '[\n  a,\n  b\n]', 'b', '[\n  a,\n  b,\n  x\n]'],
    ['on the first line', '[\n  a,\n]', '', '[\n  x,\n  a,\n]'],
    ['behind a comment', '[\n  a, /* one */\n  b,\n]', 'a', '[\n  a, /* one */\n  x,\n  b,\n]'],
  ])('inserts %s', (_, text, before, result) => {
    expect(edit(text, '', [[before, 'x']])).toBe(result);
  });

  it.each([
    ['first', '[a, b, c]', 'a', '[b, c]'],
    ['one in the middle', '[a, b, c]', 'b', '[a, c]'],
    ['last', '[a, b, c]', 'c', '[a, b]'],
    ['several', '[a, b, c]', 'bc', '[a]'],
    ['all', '[a, b, c]', 'abc', '[]'],
    ['line', '[\n  a,\n  b,\n  c,\n]', 'b', '[\n  a,\n  c,\n]'],
    ['last line', '[\n  a,\n  b,\n]', 'b', '[\n  a,\n]'],
    ['one with its comment', '[\n  a, /* one */\n  b,\n]', 'a', '[\n  b,\n]'],
  ])('removes the %s', (_, text, removed, result) => {
    expect(edit(text, removed, [])).toBe(result);
  });

  it.each([
    ['[a, b]', 'b', [['a', 'x']], '[a, x]'],
    ['[a]', 'a', [['', 'x']], '[x]'],
    [
      '[ a ]',
      'a',
      [
        ['', 'x'],
        ['', 'y'],
      ],
      '[ x, y ]',
    ],
    ['[\n  a,\n]', 'a', [['', 'x']], '[\n  x,\n]'],
    [
      '[a, b]',
      '',
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
      '[a, x, y, b]',
    ],
  ] as const)('does both at once: %j', (text, removed, added, result) => {
    expect(edit(text, removed, added)).toBe(result);
  });
});
