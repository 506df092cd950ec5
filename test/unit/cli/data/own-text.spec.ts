import { describe, expect, it } from '@jest/globals';
import { ownText } from '../../../../lib/cli/data/own-text.js';

describe('ownText', () => {
  it.each(['', '001000000000001AAA', 'Zürich – 東京 😀'])('is the same text: %j', (text) => {
    expect(ownText(text)).toBe(text);
  });
});
