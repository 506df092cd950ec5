import { isDeepStrictEqual } from 'node:util';
import type { MemberChange, PropertyChange } from './catalog-change.interface.js';

/** The properties of two definitions whose values differ, by name; what is absent equals false, zero, null and empty. */
export function propertyChanges<T extends object>(
  before: T,
  after: T,
  left: ReadonlySet<string>,
): readonly PropertyChange[] {
  const [one, other] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(one!), ...Object.keys(other!)]);
  return [...names]
    .filter((property) => !left.has(property))
    .filter((property) => !isDeepStrictEqual(said(one![property]), said(other![property])))
    .sort()
    .map((property) => ({ property, before: one![property], after: other![property] }));
}

/** Members of two lists, matched by name: those of one list alone, and those that differ. */
export function memberChanges<T extends object>(
  before: readonly T[],
  after: readonly T[],
  name: keyof T & string,
  left: ReadonlySet<string> = new Set(),
): readonly MemberChange[] {
  const old = new Map(before.map((member) => [String(member[name]), member]));
  const young = new Map(after.map((member) => [String(member[name]), member]));
  const removed = [...old.keys()].filter((key) => !young.has(key));
  const rest = [...young].flatMap(([key, member]): readonly MemberChange[] => {
    const former = old.get(key);
    if (!former) return [{ kind: 'added', name: key, changes: [] }];
    const changes = propertyChanges(former, member, left);
    return changes.length > 0 ? [{ kind: 'changed', name: key, changes }] : [];
  });
  return [...rest, ...removed.map((key): MemberChange => ({ kind: 'removed', name: key, changes: [] }))];
}

function said(value: unknown): unknown {
  if (value === false || value === 0 || value === null || value === '') return undefined;
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
