import { describe, expect, it } from '@jest/globals';
import { cellText, cut, padded, widthOf } from '../../../../../lib/cli/query/format/cell-text.js';

describe('cell text', () => {
  it.each<[unknown, string]>([
    [null, ''],
    [undefined, ''],
    ['Acme', 'Acme'],
    [0, '0'],
    [1.5, '1.5'],
    [false, 'false'],
    [{ totalSize: 7, done: false, records: [] }, '7'],
    [{ city: 'Paris', country: null, street: '' }, 'Paris'],
    [{ latitude: 1.5, longitude: -2 }, '1.5, -2'],
    [{ deep: { a: 1 } }, '{"deep":{"a":1}}'],
    ['two\nlines', 'two⏎lines'],
    ['\u001B[31mred\u001B[0m\u0007', '[31mred[0m'],
  ])('of %j is %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });

  it.each([
    ['Acme', 4],
    ['日本', 4],
    ['é', 1],
    ['👩‍👩‍👧', 2],
  ])('%s is %i wide', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it.each([
    ['Acme', 4, 'Acme'],
    ['Acme Inc', 5, 'Acme…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['a👩‍👩‍👧b', 3, 'a…'],
  ])('%s cut to %i is %s', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected);
  });

  it('fills columns', () => {
    expect(padded('日', 4, 'left')).toBe('日  ');
    expect(padded('12', 4, 'right')).toBe('  12');
    expect(padded('12345', 4, 'right')).toBe('12345');
  });
});
