import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { QueryResponse, WireRecord } from '../protocol/query-response.interface.js';
import type { EntityShape, RelationShape } from './entity-shape.interface.js';
import { fieldDecoder } from './field-decoder.js';
import { compileInstances, type HydrationStep } from './compile-instances.js';

/** Makes the instance of a record. */
export type RecordHydrator = (record: WireRecord) => object;

/**
 * Compiles what is known of a selection once, so that a record costs no more than a store a property. Instances are of the
 * entity's class, made without its constructor, and have exactly the selected properties; relations are instances too.
 *
 * @throws InvalidResponseException (the hydrator) for records, relations and values in a form the API does not have.
 */
export function compileHydrator(shape: EntityShape): RecordHydrator {
  const { target } = shape.entity;
  const steps: readonly HydrationStep[] = [
    ...shape.fields.map((field) => ({
      property: field.property,
      key: field.apiName,
      decode: fieldDecoder(field),
      absent: nothing,
    })),
    ...shape.parents.map((parent) => relationStep(parent, hydrateParent, nothing)),
    ...shape.children.map((children) => relationStep(children, hydrateChildren, noRecords)),
  ];
  const make = compileInstances(target.prototype, steps);
  return (record) => {
    assertRecord(record, target.name);
    return make(record);
  };
}

function relationStep(
  { property, relationshipName, shape, polymorphic = false }: RelationShape,
  hydrate: (value: unknown, hydrator: RecordHydrator, name: string) => unknown,
  absent: () => unknown,
): HydrationStep {
  const hydrator = compileHydrator(shape);
  return {
    property,
    key: relationshipName,
    decode: (value) =>
      polymorphic && isOfAnother(value, shape) ? null : hydrate(value, hydrator, relationshipName),
    absent,
  };
}

function hydrateParent(value: unknown, hydrator: RecordHydrator): object {
  return hydrator(value as WireRecord);
}

function isOfAnother(value: unknown, { entity }: EntityShape): boolean {
  const object = objectOf(value);
  return object !== undefined && object.toLowerCase() !== entity.apiName.toLowerCase();
}

/** What a polymorphic parent is of; the platform calls many of them `Name`, and then only their URL tells. */
function objectOf(value: unknown): string | undefined {
  const { type, url } = (value as Partial<WireRecord>).attributes ?? {};
  return type === 'Name' ? /\/sobjects\/([^/]+)\//.exec(url ?? '')?.[1] : type;
}

function hydrateChildren(value: unknown, hydrator: RecordHydrator, name: string): object[] {
  const page = value as Partial<QueryResponse>;
  if (!Array.isArray(page.records) || page.done === false) {
    throw new InvalidResponseException(`The child records '${name}' did not arrive as a complete list.`);
  }
  return page.records.map(hydrator);
}

function assertRecord(record: unknown, name: string): asserts record is WireRecord {
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return;
  throw new InvalidResponseException(`A record of ${name} did not arrive as an object of fields.`);
}

function nothing(): null {
  return null;
}

function noRecords(): [] {
  return [];
}
