/** What a promise gives to one of those who wait for it; it goes on for the others when that one's signal ends the wait. */
export async function abortable<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return start();
  signal.throwIfAborted();
  const awaited = start();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
