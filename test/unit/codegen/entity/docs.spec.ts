import { describe, expect, it } from '@jest/globals';
import { docsOf } from '../../../../lib/codegen/entity/docs.js';

describe('docsOf', () => {
  it.each([
    ['Annual Revenue', undefined, ['annualRevenue'], []],
    ['Account Name', undefined, ['name', 'Account'], []],
    ['Owner ID', undefined, ['ownerId'], []],
    ['Billing Zip/Postal Code', undefined, ['billingPostalCode'], ['Billing Zip/Postal Code']],
    ['Tier', 'How well  they\npay.', ['tier'], ['How well they pay.']],
    ['Deal size', 'In USD.\n\nNot in EUR.', ['amount'], ['Deal size', 'In USD.', 'Not in EUR.']],
    ['\u200BBadges', undefined, ['x'], ['Badges']],
    ['', '', ['x'], []],
  ])('of %j and %j, for %j', (label, help, names, expected) => {
    expect(docsOf(label, help, names)).toEqual(expected);
  });
});
