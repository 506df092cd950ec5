import { describe, expect, it } from '@jest/globals';
import {
  resolveReferences,
  resolveUrl,
} from '../../../../../lib/embedded/rest/composite/composite-reference.js';

const BODIES = new Map<string, unknown>([
  ['account', { id: '001000000000001AAA', success: true }],
  ['found', { totalSize: 2, records: [{ Name: 'Acme & Co', BillingAddress: { city: 'Bonn' } }], next: null }],
]);
const SCOPE = { bodies: BODIES, apiVersion: 67 };

describe('resolveReferences', () => {
  it.each([
    ['@{account.id}', '001000000000001AAA'],
    ['@{found.totalSize}', 2],
    ['@{found.next}', null],
    ['in @{found.records[0].BillingAddress.city}!', 'in Bonn!'],
    ['nothing @ all', 'nothing @ all'],
  ])('resolves %j', (text, value) => {
    expect(resolveReferences({ fields: [text] }, SCOPE)).toEqual({ fields: [value] });
  });

  it.each([
    ['account.Id', 'account'],
    ['other.id', 'other'],
    ['found.records[7].Name', 'found'],
    ['account.constructor', 'account'],
  ])('refuses %s, which has no value', (path, reference) => {
    expect(() => resolveReferences(`@{${path}}`, SCOPE)).toThrow(
      expect.objectContaining({
        errorCode: 'PROCESSING_HALTED',
        message: `Invalid reference specified. No value for ${path} found in ${reference}`,
      }),
    );
  });
});

describe('resolveUrl', () => {
  it('puts values in encoded', () => {
    expect(resolveUrl('/sobjects/Account/Name/@{found.records[0].Name}', SCOPE)).toBe(
      '/sobjects/Account/Name/Acme%20%26%20Co',
    );
  });
});
