import { describe, expect, it } from '@jest/globals';
import { fingerprint, textFingerprint } from '../../../../../lib/codegen/update/source/fingerprint.js';

describe('fingerprint', () => {
  it('is the beginning of the SHA-256 of a text', () => {
    expect(fingerprint('')).toBe('47DEQp');
    expect(fingerprint('abc')).toBe('ungWv4');
  });
});

describe('textFingerprint', () => {
  it('is the same for either kind of line ends', () => {
    expect(textFingerprint('')).toBe('47DEQpj8HBSa');
    expect(textFingerprint('a\r\nb\r\n')).toBe(textFingerprint('a\nb\n'));
    expect(textFingerprint('a b')).not.toBe(textFingerprint('a\nb'));
  });
});
