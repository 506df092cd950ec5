import { type DerivedProperties, derivedProperties } from '../derived-properties.js';
import type { FieldDefinition } from '../sobject-definition.interface.js';
import type { FieldChange, MemberChange, PropertyChange } from './catalog-change.interface.js';
import { memberChanges, propertyChanges } from './property-changes.js';
import { predecessors } from './renamed-name.js';

/** Compared value by value. */
const APART: readonly string[] = ['picklistValues'];

/**
 * What of the fields of an object differs: in the order they have now, what is gone at the end.
 *
 * @param ignored properties that do not matter
 */
export function compareFields(
  before: readonly FieldDefinition[],
  after: readonly FieldDefinition[],
  ignored: ReadonlySet<string> = new Set(),
): readonly FieldChange[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const young = new Set(after.map(({ name }) => name));
  const removed = before.filter(({ name }) => !young.has(name));
  const former = predecessors(
    removed,
    after.filter(({ name }) => !old.has(name)),
    named,
  );
  const successors = new Set(former.values());
  const rest = after.flatMap((field) => {
    const predecessor = old.get(field.name) ?? former.get(field.name);
    return predecessor ? compareField(predecessor, field, ignored) : [lone('added', field)];
  });
  const gone = removed.filter((field) => !successors.has(field));
  return [...rest, ...gone.map((field) => lone('removed', field))];
}

function compareField(
  before: FieldDefinition,
  after: FieldDefinition,
  ignored: ReadonlySet<string>,
): readonly FieldChange[] {
  const isRenamed = before.name !== after.name;
  const left = new Set([...APART, ...ignored, ...(isRenamed ? ['name'] : [])]);
  const changes = propertyChanges(before, after, left).flatMap((change) => spelledOut(change, before, after));
  const picklistValues = ignored.has('picklistValues') ? [] : picklistChanges(before, after, ignored);
  if (!isRenamed && changes.length === 0 && picklistValues.length === 0) return [];
  return [
    {
      kind: isRenamed ? 'renamed' : 'changed',
      name: after.name,
      ...(isRenamed ? { formerName: before.name } : {}),
      label: after.label,
      type: after.type,
      changes,
      picklistValues,
    },
  ];
}

function picklistChanges(
  before: FieldDefinition,
  after: FieldDefinition,
  ignored: ReadonlySet<string>,
): readonly MemberChange[] {
  return memberChanges(before.picklistValues ?? [], after.picklistValues ?? [], 'value', ignored);
}

/** A definition leaves out what follows from the rest of a field: no difference where the other says just that. */
function spelledOut(
  change: PropertyChange,
  before: FieldDefinition,
  after: FieldDefinition,
): readonly PropertyChange[] {
  const property = change.property as keyof DerivedProperties;
  const derived = { before: derivedProperties(before)[property], after: derivedProperties(after)[property] };
  if (derived.before === undefined) return [change];
  const spelled = {
    property,
    before: change.before ?? derived.before,
    after: change.after ?? derived.after,
  };
  return spelled.before === spelled.after ? [] : [spelled];
}

function lone(kind: 'added' | 'removed', { name, label, type }: FieldDefinition): FieldChange {
  return { kind, name, label, type, changes: [], picklistValues: [] };
}

function named({ name, label, type }: FieldDefinition) {
  return { name, label, kind: type };
}
