import { describe, expect, it } from '@jest/globals';
import { nearestNames } from '../../../lib/common/nearest-names.js';

const FIELDS = ['Id', 'Name', 'Phone', 'Industry', 'AnnualRevenue', 'AccountNumber', 'BillingCity'];

describe('nearestNames', () => {
  it.each([
    ['Nmae', ['Name']],
    ['Phne', ['Phone']],
    ['industry', ['Industry']],
    ['AnualRevenu', ['AnnualRevenue']],
    ['Xyzzy', []],
    ['', []],
  ])('gives for %p %p', (wanted, near) => {
    expect(nearestNames(wanted, FIELDS)).toEqual(near);
  });

  it('puts the likeliest first, and gives three at most', () => {
    expect(nearestNames('field', ['yield', 'fields', 'field', 'fiel'])).toEqual(['field', 'yield', 'fields']);
  });
});
