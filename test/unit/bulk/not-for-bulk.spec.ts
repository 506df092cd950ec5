import { describe, expect, it } from '@jest/globals';
import { isNotForBulk } from '../../../lib/bulk/not-for-bulk.js';
import { BulkJobException } from '../../../lib/exceptions/bulk-job.exception.js';
import { exceptionFromResponse } from '../../../lib/exceptions/salesforce-exception.converter.js';

describe('isNotForBulk', () => {
  it.each([
    [400, 'INVALIDENTITY', true],
    [400, 'FEATURENOTENABLED', true],
    [403, 'REQUEST_LIMIT_EXCEEDED', false],
    [503, 'SERVER_UNAVAILABLE', false],
  ])('%s %s: %s', (status, errorCode, expected) => {
    const body = JSON.stringify([{ errorCode, message: 'no' }]);
    expect(isNotForBulk(exceptionFromResponse({ status, body }))).toBe(expected);
  });

  it('takes for one a job that failed, and not one that somebody aborted', () => {
    expect(isNotForBulk(new BulkJobException('x', { id: '750', state: 'Failed' }))).toBe(true);
    expect(isNotForBulk(new BulkJobException('x', { id: '750', state: 'Aborted' }))).toBe(false);
    expect(isNotForBulk(new TypeError('bug'))).toBe(false);
  });
});
