import { StoppedException } from './stopped.exception.js';

/** What a command is said to have failed by. Whatever goes wrong when the user has stopped it, goes wrong by that. */
export function commandFailure(error: unknown, stopped: AbortSignal): Error {
  if (stopped.aborted) return new StoppedException(error);
  return error instanceof Error ? error : new Error(String(error));
}
