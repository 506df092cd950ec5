import { describe, expect, it } from '@jest/globals';
import { shortened, textWidth } from '../../../../../lib/schema/diagram/svg/text-width.js';

describe('textWidth', () => {
  const typeface = { size: 10, advance: 0.6 };

  it.each([
    ['', 0],
    ['Name', 24],
    ['日本語', 30],
    ['船 Boat', 40],
    ['🚢', 10],
    ['é', 6],
  ])('measures %s', (text, expected) => {
    expect(textWidth(text, typeface)).toBe(expected);
  });
});

describe('shortened', () => {
  it.each([
    ['Harbour', 7, 'Harbour'],
    ['Harbour', 5, 'Harb…'],
    ['🚢🚢🚢', 2, '🚢…'],
  ])('makes of %s, %d at most, %s', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });
});
