import type { WireRecord } from '../../../protocol/query-response.interface.js';
import { isParent, RecordColumn } from './record-column.js';
import type { SelectedPath } from './selected-paths.js';

type Path = readonly string[];

/**
 * The columns of records: in the order of the query, where that is known, and spelled as the org spells them. What the records
 * have besides comes last, so that nothing is lost that an org understands and this library does not.
 *
 * @param records the first ones
 */
export function resultColumns(
  records: readonly WireRecord[],
  selected: readonly SelectedPath[] = [],
): readonly RecordColumn[] {
  const found = pathsOf(records);
  const rest = new Map(found);
  const take = (path: Path): Path => {
    const key = keyOf(path);
    rest.delete(key);
    for (let end = 1; end < path.length; end++) rest.delete(keyOf(path.slice(0, end)));
    return found.get(key) ?? path;
  };
  const named = selected
    .filter(({ kind }) => kind === 'field')
    .map(({ path }) => [path, take(path)] as const);
  const spelled = new Map(named);
  const columns = selected.flatMap(({ kind, path }): readonly Path[] => {
    if (kind === 'field') return isThere(path, records) ? [spelled.get(path) ?? path] : [];
    const below = [...rest.values()].filter((other) => kind === 'rest' || isBelow(other, path));
    for (const other of below) rest.delete(keyOf(other));
    return below;
  });
  return [...columns, ...rest.values()].map((path) => new RecordColumn(path));
}

/** The paths of all that records and their parents have, by what they are without regard to case. */
function pathsOf(records: readonly WireRecord[]): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>();
  for (const record of records) addPaths(record, [], paths);
  // Where one record lacks the parent that another one has, the parent is no value of itself.
  for (const path of paths.values()) {
    for (let end = 1; end < path.length; end++) paths.delete(keyOf(path.slice(0, end)));
  }
  return paths;
}

function addPaths(record: WireRecord, above: Path, paths: Map<string, Path>): void {
  for (const name of Object.keys(record)) {
    if (name === 'attributes') continue;
    const value = record[name];
    const path = [...above, name];
    if (isParent(value)) addPaths(value, path, paths);
    else if (!paths.has(keyOf(path))) paths.set(keyOf(path), path);
  }
}

/** Whether records have what a path starts with; an org leaves nothing out that it calls by that name. */
function isThere([first]: Path, [record]: readonly WireRecord[]): boolean {
  if (!record) return true;
  const key = first?.toLowerCase();
  return Object.keys(record).some((name) => name.toLowerCase() === key);
}

function isBelow(path: Path, parent: Path): boolean {
  return keyOf(path.slice(0, parent.length)) === keyOf(parent);
}

function keyOf(path: Path): string {
  return path.join('.').toLowerCase();
}
