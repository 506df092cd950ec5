import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../../../../lib/cli/data/is-refusal.js';
import { exceptionFromResponse } from '../../../../lib/exceptions/salesforce-exception.converter.js';
import { SalesforceNetworkException } from '../../../../lib/exceptions/salesforce-network.exception.js';

describe('isRefusal', () => {
  it.each([
    [400, 'MALFORMED_QUERY', true],
    [400, 'INVALID_TYPE', true],
    [403, 'INSUFFICIENT_ACCESS', true],
    [404, 'NOT_FOUND', true],
    [403, 'REQUEST_LIMIT_EXCEEDED', false],
    [401, 'INVALID_SESSION_ID', false],
    [500, 'UNKNOWN_EXCEPTION', false],
    [503, 'SERVER_UNAVAILABLE', false],
  ])('%s %s: %s', (status, errorCode, expected) => {
    const body = JSON.stringify([{ errorCode, message: 'no' }]);
    expect(isRefusal(exceptionFromResponse({ status, body }))).toBe(expected);
  });

  it('takes nothing else for one', () => {
    expect(isRefusal(new SalesforceNetworkException('down'))).toBe(false);
    expect(isRefusal(new TypeError('bug'))).toBe(false);
  });
});
