import type { SaveError } from '../../../../protocol/api-error.interface.js';
import type { FieldDefinition } from '../../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../../catalog/catalog.js';
import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { OrgError } from '../../../org-error.js';
import { saveErrors } from '../../error-answer.js';
import { isObject } from '../../request-body.js';

const MAX_RECORDS = 200;
const MAX_OBJECTS = 5;
const MAX_LEVELS = 5;

/** One record of a tree. */
export interface TreeRecord {
  readonly referenceId: string;
  readonly object: ObjectSchema;
  /** Its own fields, without `attributes` and children. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the record hangs on, and the field that says so. */
  readonly parent: { readonly record: TreeRecord; readonly field: FieldDefinition } | undefined;
}

/** What is wrong with a record of the tree. */
export interface TreeFailure {
  readonly referenceId: string;
  readonly errors: readonly SaveError[];
}

interface Place {
  readonly value: unknown;
  readonly object: ObjectSchema;
  readonly parent: TreeRecord['parent'];
}

/**
 * The records of a tree, level by level: the roots, then all of their children, and so on.
 *
 * @returns the failures instead, where the tree breaks a rule.
 * @throws OrgError for a body that is no tree.
 */
export function readTree(
  catalog: Catalog,
  root: ObjectSchema,
  body: Readonly<Record<string, unknown>>,
): { readonly records: readonly TreeRecord[]; readonly failures: readonly TreeFailure[] } {
  const records: TreeRecord[] = [];
  const failures: TreeFailure[] = [];
  let level = recordsOf(body).map((value): Place => ({ value, object: root, parent: undefined }));
  if (level.length === 0)
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [records]');
  for (let depth = 1; level.length > 0; depth++) {
    const next: Place[] = [];
    for (const place of level) {
      const record = readRecord(catalog, place, next);
      if (depth > MAX_LEVELS)
        failures.push(failure(record, `Trees cannot have more than ${MAX_LEVELS} levels.`));
      records.push(record);
    }
    level = next;
  }
  return { records, failures: [...failures, ...brokenRules(records)] };
}

export function treeFailure({ referenceId }: TreeRecord, error: OrgError): TreeFailure {
  return { referenceId, errors: saveErrors(error) };
}

function readRecord(catalog: Catalog, { value, object, parent }: Place, children: Place[]): TreeRecord {
  if (!isObject(value)) {
    throw new OrgError(
      'JSON_PARSER_ERROR',
      'Unexpected parsing exception. Expected: START_OBJECT, but found VALUE',
    );
  }
  const { attributes, ...fields } = value;
  const { type, referenceId } = isObject(attributes) ? attributes : {};
  if (typeof type !== 'string') {
    throw new OrgError('INVALID_INPUT', 'Include the type attribute for each record in the request.');
  }
  if (type.toLowerCase() !== object.name.toLowerCase()) {
    throw new OrgError('INVALID_INPUT', `Record of type ${type} found where ${object.name} was expected.`);
  }
  const nested = Object.entries(fields).filter(([, inner]) => isObject(inner) && 'records' in inner);
  const values = Object.fromEntries(Object.entries(fields).filter((entry) => !isIn(nested, entry[0])));
  const record = { referenceId: typeof referenceId === 'string' ? referenceId : '', object, values, parent };
  for (const [name, inner] of nested) {
    const relationship = catalog.child(object, name);
    if (!relationship) {
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    }
    const { child, field } = relationship;
    for (const item of recordsOf(inner as Readonly<Record<string, unknown>>)) {
      children.push({ value: item, object: child, parent: { record, field } });
    }
  }
  return record;
}

function isIn(entries: readonly (readonly [string, unknown])[], name: string): boolean {
  return entries.some(([other]) => other === name);
}

function recordsOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { records } = body;
  if (Array.isArray(records)) return records;
  throw new OrgError(
    'JSON_PARSER_ERROR',
    'Unexpected parsing exception. Expected: START_ARRAY, but found VALUE',
  );
}

function brokenRules(records: readonly TreeRecord[]): TreeFailure[] {
  const ids = records.map(({ referenceId }) => referenceId);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const objects = [...new Set(records.map(({ object }) => object.name))];
  return records.flatMap((record, index) => {
    if (record.referenceId === '')
      return failure(record, 'Include a reference ID for each record in the request.');
    if (repeated.has(record.referenceId))
      return failure(record, 'Duplicate ReferenceId provided in the request.');
    if (index >= MAX_RECORDS) return failure(record, `Trees cannot have more than ${MAX_RECORDS} records.`);
    if (objects.indexOf(record.object.name) < MAX_OBJECTS) return [];
    return failure(record, `Trees cannot have records of more than ${MAX_OBJECTS} objects.`);
  });
}

function failure(record: TreeRecord, message: string): TreeFailure {
  return treeFailure(record, new OrgError('INVALID_INPUT', message));
}
