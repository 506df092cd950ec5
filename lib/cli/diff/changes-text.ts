import type {
  ChangeKind,
  FieldChange,
  MemberChange,
  ObjectChange,
  PropertyChange,
} from '../../schema/compare/catalog-change.interface.js';
import { printable } from '../output/printable.js';

const SIGNS: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '-', renamed: '>', changed: '~' };
const KINDS: readonly ChangeKind[] = ['added', 'removed', 'renamed', 'changed'];
/** Most items of a list. */
const MOST_ITEMS = 10;
/** Most characters of a value. */
const SHOWN = 60;

/** Differences for people, as diffs show them: `+` what is new, `-` what is gone, `>` what was renamed, `~` what changed. */
export function changesText(changes: readonly ObjectChange[]): string {
  if (changes.length === 0) return 'No differences.';
  const counts = KINDS.map(
    (kind) => [changes.filter((change) => change.kind === kind).length, kind] as const,
  );
  const told = counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  return [...changes.flatMap(objectLines), '', `Objects: ${told.join(', ')}.`].join('\n');
}

function objectLines(change: ObjectChange): readonly string[] {
  const below = [
    ...propertyLines(change.changes),
    ...change.fields.flatMap(fieldLines),
    ...change.recordTypes.flatMap((member) => memberLines('record type', member)),
  ];
  return [headline(change, ''), ...below.map(indented)];
}

function fieldLines(change: FieldChange): readonly string[] {
  const isAlone = change.kind === 'added' || change.kind === 'removed';
  const below = [
    ...propertyLines(change.changes),
    ...change.picklistValues.flatMap((member) => memberLines('value', member)),
  ];
  return [headline(change, 'field ') + (isAlone ? `  ${change.type}` : ''), ...below.map(indented)];
}

function memberLines(noun: string, { kind, name, changes }: MemberChange): readonly string[] {
  return [`${SIGNS[kind]} ${noun} ${printable(name)}`, ...propertyLines(changes).map(indented)];
}

function headline({ kind, name, formerName }: ObjectChange | FieldChange, noun: string): string {
  const was = formerName === undefined ? '' : `  was ${formerName}`;
  return `${SIGNS[kind]} ${noun}${name}${was}`;
}

function propertyLines(changes: readonly PropertyChange[]): readonly string[] {
  return changes.map(({ property, before, after }) =>
    Array.isArray(before) || Array.isArray(after)
      ? `${property}: ${listChange(listOf(before), listOf(after))}`
      : `${property}: ${shown(before, after)} → ${shown(after, before)}`,
  );
}

/** Of lists, what is new and what is gone. */
function listChange(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((item) => !after.includes(item)).map((item) => `-${item}`);
  const added = after.filter((item) => !before.includes(item)).map((item) => `+${item}`);
  const all = [...gone, ...added];
  const more = all.length > MOST_ITEMS ? ` and ${all.length - MOST_ITEMS} more` : '';
  return all.slice(0, MOST_ITEMS).join(' ') + more || 'in another order';
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item: unknown) => valueText(item)) : [];
}

/** @param other what it is compared with: beside a boolean, what is absent is false */
function shown(value: unknown, other: unknown): string {
  if (value !== undefined && value !== null) return valueText(value);
  return typeof other === 'boolean' ? 'false' : 'nothing';
}

function valueText(value: unknown): string {
  const line = printable(typeof value === 'string' ? `'${value}'` : JSON.stringify(value));
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

function indented(line: string): string {
  return `    ${line}`;
}
