import { describe, expect, it } from '@jest/globals';
import { errorDocument } from '../../../../lib/cli/output/json-output.js';
import { StoppedException } from '../../../../lib/cli/output/stopped.exception.js';

describe('StoppedException', () => {
  it('is told by a code, as all errors are', () => {
    expect(errorDocument(new StoppedException(new TypeError('aborted')))).toEqual({
      error: { name: 'StoppedException', code: 'SF_STOPPED', message: 'Stopped.' },
    });
  });
});
