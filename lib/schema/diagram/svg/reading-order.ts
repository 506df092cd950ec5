import { groupBy } from '../../../common/group-by.js';
import type { Diagram } from '../diagram.interface.js';

/** So many objects that hang on one other stand on one side of it; of more, every second one goes to the other side. */
const MOST_ON_ONE_SIDE = 5;

/**
 * A place for each object from left to right: what others point at first, but for half of the objects around a hub. Where
 * references go in circles, the object that came first in the diagram does.
 */
export function readingOrder(diagram: Diagram): ReadonlyMap<string, number> {
  const targets = groupBy(diagram.references, ({ from }) => from);
  const left = leavesOnTheLeft(diagram);
  const places = new Map<string, number>(left.map((name, place) => [name, place]));
  const entered = new Set<string>(left);
  const visit = (name: string): void => {
    if (entered.has(name)) return;
    entered.add(name);
    for (const { to } of targets.get(name) ?? []) visit(to);
    places.set(name, places.size);
  };
  for (const { name } of diagram.objects) visit(name);
  return places;
}

/** Objects that refer to one other object of the diagram alone, and nothing refers to: without them the column would be long. */
function leavesOnTheLeft({ objects, references }: Diagram): readonly string[] {
  const neighbours = new Map(objects.map(({ name }) => [name, new Set<string>()]));
  for (const { from, to } of references) {
    if (from === to) continue;
    neighbours.get(from)!.add(to);
    neighbours.get(to)!.add(from);
  }
  const referring = new Set(references.map(({ from }) => from));
  const leaves = objects.filter(({ name }) => neighbours.get(name)!.size === 1 && referring.has(name));
  const byHub = groupBy(leaves, ({ name }) => [...neighbours.get(name)!][0]!);
  return [...byHub.values()]
    .filter((around) => around.length > MOST_ON_ONE_SIDE)
    .flatMap((around) => around.filter((_, place) => place % 2 === 1))
    .map(({ name }) => name);
}
