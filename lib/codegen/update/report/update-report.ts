import type { UpdateAction, UpdateEntry } from './update-report.interface.js';

const SIGNS: Readonly<Record<UpdateAction, string>> = {
  added: '+',
  updated: '~',
  removed: '-',
  kept: '=',
  conflict: '!',
};
const ACTIONS = Object.keys(SIGNS) as UpdateAction[];

/** What an update did, and where people have to look. */
export class UpdateReport {
  readonly #entries: UpdateEntry[] = [];

  add(entry: UpdateEntry): void {
    this.#entries.push(entry);
  }

  /** Whether anything is said of a file. */
  mentions(path: string): boolean {
    return this.#entries.some((entry) => entry.path === path);
  }

  /** By file, in the order things were met. */
  get entries(): readonly UpdateEntry[] {
    return this.#entries.toSorted((one, other) =>
      one.path < other.path ? -1 : one.path > other.path ? 1 : 0,
    );
  }

  count(action: UpdateAction): number {
    return this.#entries.filter((entry) => entry.action === action).length;
  }

  /** `12 added, 3 updated, 1 conflict`; `undefined` when nothing happened. */
  summary(): string | undefined {
    const counts = ACTIONS.map((action) => [action, this.count(action)] as const).filter(
      ([, count]) => count > 0,
    );
    if (counts.length === 0) return undefined;
    return counts
      .map(([action, count]) => `${count} ${action}${action === 'conflict' && count > 1 ? 's' : ''}`)
      .join(', ');
  }

  /** A block of lines for each file. */
  toString(): string {
    const lines: string[] = [];
    let path: string | undefined;
    for (const entry of this.entries) {
      if (entry.path !== path) lines.push(entry.path);
      path = entry.path;
      lines.push(`  ${lineOf(entry)}`);
    }
    return lines.join('\n');
  }
}

function lineOf({ action, name, member, key, aspects, note }: UpdateEntry): string {
  const what = [name, member].filter((part) => part !== undefined).join('.') || 'the file';
  const about = aspects?.length ? `: ${aspects.join(', ')}` : '';
  return `${SIGNS[action]} ${action.padEnd(8)} ${what}${key ? ` (${key})` : ''}${about}${note ? ` - ${note}` : ''}`;
}
