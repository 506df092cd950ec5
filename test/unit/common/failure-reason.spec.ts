import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { failureReason } from '../../../lib/common/failure-reason.js';

describe('failureReason', () => {
  it('is what the operating system says, and the code of it', async () => {
    const error: unknown = await readFile('/no/such/file').catch((reason: unknown) => reason);
    expect(failureReason(error)).toBe('no such file or directory (ENOENT)');
  });

  it.each([
    [new Error('The disk is on fire'), 'The disk is on fire'],
    ['a text', 'a text'],
    [null, 'null'],
  ])('is the message of %p, or the thing itself', (error, reason) => {
    expect(failureReason(error)).toBe(reason);
  });
});
