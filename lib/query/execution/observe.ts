import { Observable } from 'rxjs';
import { anySignal } from '../../common/any-signal.js';

/**
 * An iteration as a cold Observable: each subscription iterates anew, and unsubscribing ends what is under way.
 *
 * @param iterate begins an iteration, which the signal ends
 * @param signal ends the iteration of every subscription with its reason
 */
export function observe<T>(
  iterate: (signal: AbortSignal) => AsyncIterable<T>,
  signal?: AbortSignal,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    const unsubscribed = new AbortController();
    const run = async (): Promise<void> => {
      for await (const item of iterate(anySignal(unsubscribed.signal, signal))) {
        subscriber.next(item);
        if (subscriber.closed) return;
      }
      subscriber.complete();
    };
    run().catch((error: unknown) => {
      // To end what is under way is what unsubscribing is for; nobody is left to be told.
      if (!subscriber.closed) subscriber.error(error);
    });
    return () => unsubscribed.abort();
  });
}
