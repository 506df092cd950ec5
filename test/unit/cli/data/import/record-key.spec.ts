import { describe, expect, it } from '@jest/globals';
import { recordKey } from '../../../../../lib/cli/data/import/record-key.js';

describe('recordKey', () => {
  it('takes ids of 15 and 18 characters for the same, and any other text for itself', () => {
    expect(recordKey('001000000000001')).toBe('001000000000001AAA');
    expect(recordKey('001000000000001AAA')).toBe('001000000000001AAA');
    expect(recordKey('acme')).toBe('acme');
  });
});
