import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { BinarySource } from '../protocol/binary.js';
import type { QueryResponse, WireRecord } from '../protocol/query-response.interface.js';
import type {
  EntityShape,
  ParentAlternative,
  PolymorphicShape,
  RelationShape,
} from './entity-shape.interface.js';
import { compileInstances, type HydrationStep, type ValueDecoder } from './compile-instances.js';
import { contentDecoder } from './content-decoder.js';
import { fieldDecoder } from './field-decoder.js';

/** Makes the instance of a record of an org. */
export type RecordHydrator = (record: WireRecord, source: BinarySource) => object;

/** Property by which an application tells the kinds of a polymorphic parent apart. */
export const TYPE_TAG = '$type';

/** Shapes never change, so neither do their hydrators: a query that is kept compiles once. */
const HYDRATORS = new WeakMap<EntityShape, RecordHydrator>();

/**
 * Compiles what is known of a selection once, so that a record costs no more than a store a property. Instances are of the
 * entity's class, made without its constructor, and have exactly the selected properties; relations are instances too.
 *
 * @throws InvalidResponseException (the hydrator) for records, relations and values in a form the API does not have.
 */
export function compileHydrator(shape: EntityShape): RecordHydrator {
  const known = HYDRATORS.get(shape);
  if (known) return known;
  const hydrator = compile(shape);
  HYDRATORS.set(shape, hydrator);
  return hydrator;
}

function compile(shape: EntityShape): RecordHydrator {
  const { target } = shape.entity;
  const steps: readonly HydrationStep[] = [
    ...shape.fields.map((field) => ({
      property: field.property,
      key: field.apiName,
      decode: field.type === 'base64' ? contentDecoder(field.apiName) : fieldDecoder(field),
      absent: nothing,
    })),
    ...shape.parents.map((parent) => relationStep(parent, hydrateParent, nothing)),
    ...shape.children.map((children) => relationStep(children, hydrateChildren, noRecords)),
    ...(shape.polymorphic ?? []).map(polymorphicStep),
  ];
  const make = compileInstances(target.prototype, steps);
  return (record, source) => {
    assertRecord(record, target.name);
    return make(record, source);
  };
}

function relationStep(
  { property, relationshipName, shape }: RelationShape,
  hydrate: (value: unknown, source: BinarySource, hydrator: RecordHydrator, name: string) => unknown,
  absent: () => unknown,
): HydrationStep {
  const hydrator = compileHydrator(shape);
  return {
    property,
    key: relationshipName,
    decode: (value, source) => hydrate(value, source, hydrator, relationshipName),
    absent,
  };
}

/** The record says of which object it is, and so what it becomes. */
function polymorphicStep({
  property,
  relationshipName,
  alternatives,
  otherwise,
}: PolymorphicShape): HydrationStep {
  const hydrators = new Map([...alternatives].map(([object, one]) => [object, alternativeHydrator(one)]));
  const fallback = otherwise && alternativeHydrator(otherwise);
  const decode: ValueDecoder = (value, source) => {
    assertRecord(value, relationshipName);
    const hydrate = hydrators.get(value.attributes?.type?.toLowerCase()) ?? fallback;
    return hydrate?.(value, source) ?? null;
  };
  return { property, key: relationshipName, decode, absent: nothing };
}

function alternativeHydrator({ tag, shape }: ParentAlternative): RecordHydrator {
  const hydrate = compileHydrator(shape);
  if (tag === undefined) return hydrate;
  return (record, source) => Object.assign(hydrate(record, source), { [TYPE_TAG]: tag });
}

function hydrateParent(value: unknown, source: BinarySource, hydrator: RecordHydrator): object {
  return hydrator(value as WireRecord, source);
}

function hydrateChildren(
  value: unknown,
  source: BinarySource,
  hydrator: RecordHydrator,
  name: string,
): object[] {
  const page = value as Partial<QueryResponse>;
  if (!Array.isArray(page.records) || page.done === false) {
    throw new InvalidResponseException(`The child records '${name}' did not arrive as a complete list.`);
  }
  return page.records.map((record) => hydrator(record, source));
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
