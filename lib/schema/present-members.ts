/** An object of the members that have a value; those that are `undefined` are left out. */
export function presentMembers<T extends object>(members: {
  readonly [K in keyof T]: T[K] | undefined;
}): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
