import { toId18 } from '../../../protocol/salesforce-id.js';
import type { SaveResult } from '../../../protocol/save-result.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';
import type { DataCall } from '../resource.interface.js';

const MAX_RECORDS = 200;
const MAX_CHUNKS = 10;

/** One record of a collection with the object that it says it is of. */
export interface CollectionItem {
  readonly object: ObjectSchema;
  /** Of the record, where it brings one. */
  readonly id: string | undefined;
  /** Its fields, without `Id` and `attributes`. */
  readonly values: Record<string, unknown>;
}

export interface Collection {
  readonly allOrNone: boolean;
  readonly items: readonly (CollectionItem | OrgError)[];
}

/** @throws OrgError for a body that is no collection; what is wrong with one record is an item */
export function readCollection(call: DataCall): Collection {
  const body = call.body.object();
  const records: unknown = body['records'];
  if (!Array.isArray(records) || records.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'At least 1 record is required');
  }
  limitRecords(records.length);
  const items = records.map((record: unknown) => readItem(call, record));
  limitChunks(items);
  return { allOrNone: body['allOrNone'] === true, items };
}

export function limitRecords(count: number): void {
  if (count <= MAX_RECORDS) return;
  throw new OrgError(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`,
  );
}

/** The 18-character form of an id in a collection. */
export function readId(id: string): string {
  const id18 = toId18(id);
  if (id18 === undefined) throw new OrgError('MALFORMED_ID', `malformed id ${id}`);
  return id18;
}

/** The outcome of one item: its own refusal comes before any work. */
export function orRefuse(
  item: CollectionItem | OrgError,
  save: (item: CollectionItem) => SaveResult,
): SaveResult {
  if (item instanceof OrgError) throw item;
  return save(item);
}

function readItem({ org }: DataCall, record: unknown): CollectionItem | OrgError {
  if (!isObject(record)) {
    throw new OrgError(
      'JSON_PARSER_ERROR',
      'Unexpected parsing exception. Expected: START_OBJECT, but found VALUE',
    );
  }
  const id = Object.entries(record).find(([name]) => isId(name))?.[1];
  const values = Object.entries(record).filter(([name]) => name !== 'attributes' && !isId(name));
  const attributes = record['attributes'];
  const type =
    isObject(attributes) && typeof attributes['type'] === 'string' ? attributes['type'] : undefined;
  if (type === undefined) {
    return new OrgError(
      'JSON_PARSER_ERROR',
      'Nested object for polymorphic foreign key must have an attributes field before any other fields.',
    );
  }
  const object = org.catalog.get(type);
  return object
    ? { object, id: id == null || id === '' ? undefined : String(id), values: Object.fromEntries(values) }
    : new OrgError('INVALID_TYPE', `sObject type '${type}' is not supported.`);
}

function isId(name: string): boolean {
  return name.toLowerCase() === 'id';
}

/** A chunk is a run of records of one object. */
function limitChunks(items: readonly (CollectionItem | OrgError)[]): void {
  const nameOf = (item: CollectionItem | OrgError | undefined) =>
    item === undefined || item instanceof OrgError ? undefined : item.object.name;
  const chunks = items.filter(
    (item, index) => index === 0 || nameOf(item) !== nameOf(items[index - 1]),
  ).length;
  if (chunks <= MAX_CHUNKS) return;
  throw new OrgError(
    'LIMIT_EXCEEDED',
    `Cannot have more than ${MAX_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
  );
}
