import { untilAborted } from '../common/until-aborted.js';

/** What is started, or the signal's reason as soon as that ends the wait; nothing is started for a signal that has ended. */
export async function abortable<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  signal?.throwIfAborted();
  return untilAborted(start(), signal);
}
