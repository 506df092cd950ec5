import { bareName } from '../../metadata/naming-strategy.js';

/** What tells whether two names are of one thing. */
export interface NamedThing {
  readonly name: string;
  readonly label: string;
  /** What only the same thing shares, such as the type of a field. */
  readonly kind: string;
}

/**
 * What a thing that is missing is called now: a name that differs in case, namespace or suffix alone, else the only one of
 * its kind that users see under the same label. Undefined where that is anyone's guess.
 */
export function renamedName(missing: NamedThing, candidates: readonly NamedThing[]): string | undefined {
  const bare = bareName(missing.name).toLowerCase();
  const label = missing.label.toLowerCase();
  const spelt = candidates.filter(({ name }) => name.toLowerCase() === missing.name.toLowerCase());
  const sameStem = candidates.filter(({ name }) => bareName(name).toLowerCase() === bare);
  const sameLabel = candidates.filter(
    (candidate) => candidate.kind === missing.kind && candidate.label.toLowerCase() === label,
  );
  const certain = [spelt, sameStem, sameLabel].find(({ length }) => length > 0) ?? [];
  return certain.length === 1 ? certain[0]?.name : undefined;
}

/** By the name they have now, what those things were that go under another name; each is the successor of one at most. */
export function predecessors<T>(
  removed: readonly T[],
  added: readonly T[],
  named: (thing: T) => NamedThing,
): ReadonlyMap<string, T> {
  const candidates = added.map(named);
  const former = new Map<string, T>();
  for (const thing of removed) {
    const free = candidates.filter(({ name }) => !former.has(name));
    const name = renamedName(named(thing), free);
    if (name !== undefined) former.set(name, thing);
  }
  return former;
}
