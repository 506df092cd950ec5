import { describe, expect, it } from '@jest/globals';
import { bracketed, fits } from '../../../../lib/codegen/code/layout.js';

describe('fits', () => {
  it.each([
    ['x'.repeat(110), true],
    ['x'.repeat(111), false],
    ['東'.repeat(55), true],
    ['東'.repeat(56), false],
    ['é'.repeat(110), true],
    ['😀'.repeat(55), true],
    ['😀'.repeat(56), false],
  ])('knows whether %j does', (line, expected) => {
    expect(fits(line)).toBe(expected);
  });
});

describe('bracketed', () => {
  const [long, longer] = ['a'.repeat(50), 'b'.repeat(60)];

  it('stays in one line while that fits', () => {
    expect(bracketed(['{', '}'], ['a: 1', 'b: 2'], {})).toBe('{ a: 1, b: 2 }');
    expect(bracketed(['[', ']'], ['1', '2'], { before: 'const x = ' })).toBe('[1, 2]');
  });

  it('has no padding where there is nothing', () => {
    expect(bracketed(['{', '}'], [], {})).toBe('{}');
  });

  it('sets an item a line where it does not, or is not to', () => {
    expect(bracketed(['[', ']'], [long, longer], { indent: '  ' })).toBe(
      `[\n    ${long},\n    ${longer},\n  ]`,
    );
    expect(bracketed(['[', ']'], ['1'], { broken: true })).toBe('[\n  1,\n]');
  });

  it('counts what stands before and behind', () => {
    expect(bracketed(['[', ']'], [long], { before: 'x'.repeat(58) })).toBe(`[${long}]`);
    expect(bracketed(['[', ']'], [long], { before: 'x'.repeat(58), behind: ';' })).toBe(`[\n  ${long},\n]`);
  });
});
