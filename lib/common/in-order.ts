/**
 * Runs a task for each item, so many at a time, and gives the results in the order of the items as soon as they are there. No
 * task is begun before there is room for its result, and none is left under way when the loop ends, however it ends.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  most: number,
  task: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  try {
    for (const item of items) {
      if (underWay.length >= most) yield await underWay.shift()!;
      const begun = task(item);
      // Whoever awaits it is told; until then a failure must not end the process.
      begun.catch(() => undefined);
      underWay.push(begun);
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    await Promise.allSettled(underWay);
  }
}
