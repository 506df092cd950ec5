/** The list, frozen. What is not frozen yet is copied: freezing the caller's own array would be a surprise. */
export function frozenList<T>(items: readonly T[]): readonly T[] {
  return Object.isFrozen(items) ? items : Object.freeze(items.slice());
}
