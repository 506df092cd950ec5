import type { RecordTypeDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type { MemberChange, ObjectChange } from './catalog-change.interface.js';
import { compareFields } from './compare-fields.js';
import { memberChanges, propertyChanges } from './property-changes.js';
import { predecessors } from './renamed-name.js';

/** Compared one by one, or told by the other side of the relationship. */
const APART: readonly string[] = ['fields', 'recordTypes', 'childRelationships', 'others', 'urls'];

/** Two orgs never agree on the ids they give. */
const OF_ONE_ORG = ['recordTypeId'];

/**
 * What has to happen to the objects of one schema to become those of another: objects, fields, picklist values and record
 * types that are new, gone, renamed or changed, the objects by name. What each org numbers by itself is not compared: ids of
 * record types, key prefixes of custom objects.
 *
 * @param ignored properties that do not matter, such as `label`
 */
export function compareCatalogs(
  before: readonly SObjectDefinition[],
  after: readonly SObjectDefinition[],
  ignored: ReadonlySet<string> = new Set(),
): readonly ObjectChange[] {
  const old = new Map(before.map((object) => [object.name, object]));
  const young = new Map(after.map((object) => [object.name, object]));
  const added = after.filter(({ name }) => !old.has(name));
  const removed = before.filter(({ name }) => !young.has(name));
  const former = predecessors(removed, added, named);
  const successors = new Set(former.values());
  const changes = [
    ...after.flatMap((object) => {
      const predecessor = old.get(object.name) ?? former.get(object.name);
      return predecessor ? compareObject(predecessor, object, ignored) : [lone('added', object)];
    }),
    ...removed.filter((object) => !successors.has(object)).map((object) => lone('removed', object)),
  ];
  return changes.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function compareObject(
  before: SObjectDefinition,
  after: SObjectDefinition,
  ignored: ReadonlySet<string>,
): readonly ObjectChange[] {
  const isRenamed = before.name !== after.name;
  const left = new Set([...APART, ...ignored]);
  if (isRenamed) left.add('name');
  if (after.custom) left.add('keyPrefix');
  // Who says none has those that objects of the kind have.
  if (!before.supportedScopes || !after.supportedScopes) left.add('supportedScopes');
  const changes = propertyChanges(before, after, left);
  const fields = compareFields(before.fields, after.fields, ignored);
  const recordTypes = ignored.has('recordTypes') ? [] : recordTypeChanges(before, after, ignored);
  if (!isRenamed && changes.length + fields.length + recordTypes.length === 0) return [];
  return [
    {
      kind: isRenamed ? 'renamed' : 'changed',
      name: after.name,
      ...(isRenamed ? { formerName: before.name } : {}),
      label: after.label,
      changes,
      fields,
      recordTypes,
    },
  ];
}

function recordTypeChanges(
  before: SObjectDefinition,
  after: SObjectDefinition,
  ignored: ReadonlySet<string>,
): readonly MemberChange[] {
  const left = new Set([...OF_ONE_ORG, ...ignored]);
  return memberChanges(ownRecordTypes(before), ownRecordTypes(after), 'developerName', left);
}

/** Those beside the one that every object has, whether it is told or not. */
function ownRecordTypes({ recordTypes = [] }: SObjectDefinition): readonly RecordTypeDefinition[] {
  return recordTypes.filter(({ master }) => !master);
}

function lone(kind: 'added' | 'removed', { name, label }: SObjectDefinition): ObjectChange {
  return { kind, name, label, changes: [], fields: [], recordTypes: [] };
}

function named({ name, label, custom }: SObjectDefinition) {
  return { name, label, kind: String(custom) };
}
