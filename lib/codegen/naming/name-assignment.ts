import { byCodeUnits } from '../code/code-unit-order.js';

/** Something to be named. */
export interface NameWish {
  readonly key: string;
  /** Names by preference. The last one is extended by a number where it is taken as well. */
  readonly candidates: readonly string[];
  /** Of several that wish for one name, the lowest gets it; where several are lowest, none does. */
  readonly rank: number;
}

/** Names that cannot be given, and when two names count as one. */
export interface NameRules {
  isFree(name: string): boolean;
  /** What two names must not have in common. */
  fold(name: string): string;
}

/**
 * Gives each its own name. Who gets which depends on the wishes alone, not on their order: two that want the same go on to
 * their next candidates, both, so that neither of them has a name that tells less than the other's.
 */
export function assignNames(wishes: readonly NameWish[], rules: NameRules): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = (wish: NameWish, name: string): void => {
    names.set(wish.key, name);
    taken.add(rules.fold(name));
  };
  const isFree = (name: string): boolean => rules.isFree(name) && !taken.has(rules.fold(name));
  const rounds = Math.max(0, ...wishes.map(({ candidates }) => candidates.length));
  let open = wishes;
  for (let round = 0; round < rounds; round++) {
    const wanting = open.filter(({ candidates }) => isFree(candidates[round] ?? ''));
    for (const rivals of groupsOf(wanting, ({ candidates }) => rules.fold(candidates[round] ?? ''))) {
      const [winner, second] = rivals.toSorted((one, other) => one.rank - other.rank);
      if (winner && winner.rank !== second?.rank) give(winner, winner.candidates[round] ?? '');
    }
    open = open.filter(({ key }) => !names.has(key));
  }
  for (const wish of open.toSorted((one, other) => byCodeUnits(one.key, other.key))) {
    const stem = wish.candidates.findLast((candidate) => candidate !== '') ?? '_';
    let number = 2;
    while (!isFree(`${stem}${number}`)) number++;
    give(wish, `${stem}${number}`);
  }
  return names;
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups.values();
}
