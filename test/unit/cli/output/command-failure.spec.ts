import { describe, expect, it } from '@jest/globals';
import { commandFailure } from '../../../../lib/cli/output/command-failure.js';

describe('commandFailure', () => {
  const { signal } = new AbortController();

  it('is what a command has failed by', () => {
    const error = new TypeError('no');
    expect(commandFailure(error, signal)).toBe(error);
    expect(commandFailure('no', signal).message).toBe('no');
  });

  it('is that the user has stopped it, whatever that led to', () => {
    const error = new TypeError('The operation was aborted');
    expect(commandFailure(error, AbortSignal.abort())).toMatchObject({ message: 'Stopped.', cause: error });
  });
});
