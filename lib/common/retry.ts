import { setTimeout } from 'node:timers/promises';

/** How often and how soon something that failed is tried again. */
export interface RetryPolicy {
  /** Milliseconds before each further attempt; there are as many of those. */
  readonly delays: readonly number[];
  /** Waits; rejects with the signal's reason when that ends the wait. */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Tries until an attempt succeeds, fails in a way that is not transient, or is the last one.
 *
 * @returns what the attempt returned; what the last attempt throws is thrown.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  isTransient: (error: unknown) => boolean,
  { delays, pause }: RetryPolicy,
  signal?: AbortSignal,
): Promise<T> {
  for (const delay of delays) {
    try {
      return await attempt();
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    await pause(delay, signal);
  }
  return attempt();
}

/** Waits by a timer. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch {
    // Only the signal ends a timer early; its reason says more than the timer's own error.
    signal?.throwIfAborted();
  }
}
