import { describe, expect, it } from '@jest/globals';
import { element, escapeMarkup, rounded } from '../../../../../lib/schema/diagram/svg/markup.js';

describe('element', () => {
  it('writes attributes in their order, those that are undefined not', () => {
    expect(element('rect', { x: 1.26, y: undefined, class: 'a "b" & <c>' })).toBe(
      '<rect x="1.3" class="a &quot;b&quot; &amp; &lt;c&gt;"/>',
    );
  });

  it('writes content as it is', () => {
    expect(element('g', {}, element('path', { d: 'M0 0' }), 'x')).toBe('<g><path d="M0 0"/>x</g>');
  });
});

describe('escapeMarkup', () => {
  it.each([
    [`<a href='x' b="y">&amp;`, '&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;amp;'],
    ['日本 🚢 é', '日本 🚢 é'],
    ['a\u0000b\u001B[2Jc\uFFFFd', 'a\uFFFDb\uFFFD[2Jc\uFFFDd'],
    ['half \uD83D of one', 'half \uFFFD of one'],
    ['two\nlines\tthere', 'two\nlines\tthere'],
  ])('writes %j as XML may hold it', (text, expected) => {
    expect(escapeMarkup(text)).toBe(expected);
  });
});

describe('rounded', () => {
  it.each([
    [1.25, 1.3],
    [-0.04, 0],
    [10, 10],
    [33.333333, 33.3],
  ])('makes %d %d', (value, expected) => {
    expect(rounded(value)).toBe(expected);
  });
});
