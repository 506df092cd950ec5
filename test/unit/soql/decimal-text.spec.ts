import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decimalText } from '../../../lib/soql/decimal-text.js';

describe('decimalText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-12.5, '-12.5'],
    [0.1, '0.1'],
    [1e20, '100000000000000000000'],
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [1e-6, '0.000001'],
    [1e-7, '0.0000001'],
    [-2.5e-8, '-0.000000025'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [12345678901234567890n, '12345678901234567890'],
    [-3n, '-3'],
  ])('writes %p as %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('loses nothing of any finite number and uses no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value + 0);
      }),
      { seed: 2, numRuns: 1_000 },
    );
  });
});
