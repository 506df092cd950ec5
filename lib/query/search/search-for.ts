import type { CompiledSearch, EntitySearch } from '../../connection/entity-search.interface.js';
import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { compileHydrator, type RecordHydrator } from '../../hydration/record-hydrator.js';
import type { EntityClass } from '../../metadata/entity-metadata.interface.js';
import type { EntityMetadataStorage } from '../../metadata/entity-metadata.storage.js';
import type { BinarySource } from '../../protocol/binary.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { soslSearch } from '../../soql/sosl/ast/factories/sosl-search.factory.js';
import type { SearchTerm } from '../../soql/sosl/search-term.js';
import { printSosl } from '../../soql/sosl/sosl-printer.js';
import { isPlainData, knownKeysOf } from '../find/plain-data.js';
import type { Loaded } from '../select/selected.type.js';
import type { Returning } from './returning.js';
import { checkFound, compileReturning, RETURNING_OPTIONS, type ReturningPlan } from './returning-compiler.js';
import type { SearchForOptions } from './search-options.interface.js';
import { compileSearchScope, SCOPE_OPTIONS } from './search-scope-compiler.js';

const NAME = 'A search';

/**
 * What a search for several entities finds, by the names they were given.
 *
 * @publicApi
 */
export type Found<R> = {
  [K in keyof R]: R[K] extends Returning<infer Result>
    ? Result[]
    : R[K] extends EntityClass<infer E>
      ? Loaded<E>[]
      : never;
};

/**
 * One search over several entities, each under a name of your choice: the class itself for all its fields, or
 * {@link returning} to say what of it.
 *
 * @example
 * ```ts
 * const { accounts, people } = await connection.search(
 *   searchFor('Acme', { accounts: Account, people: returning(Contact, { select: { name: true }, take: 5 }) }, { in: 'name' }),
 * );
 * ```
 * @throws InvalidQueryException, when the search is run, for options that make no search; nothing was sent.
 * @publicApi
 */
export function searchFor<R extends Readonly<Record<string, Returning<unknown> | EntityClass>>>(
  term: string | SearchTerm,
  entities: R,
  options: SearchForOptions = {},
): EntitySearch<Found<R>> {
  return {
    compile: (storage) => compileSearch(storage, term, entities, options) as CompiledSearch<Found<R>>,
  };
}

function compileSearch(
  storage: EntityMetadataStorage,
  term: unknown,
  entities: unknown,
  options: SearchForOptions,
): CompiledSearch<Record<string, object[]>> {
  knownKeysOf(options, [...SCOPE_OPTIONS, 'take'], NAME);
  const plans = plansOf(storage, entities);
  const asked = [...plans.values()].filter(({ empty }) => !empty);
  const scope = compileSearchScope(term, options, NAME);
  const limit = checkFound(options.take, NAME);
  const sosl =
    asked.length === 0 || limit === 0
      ? undefined
      : printSosl(soslSearch({ ...scope, returning: asked.map(({ item }) => item), limit }));
  return { sosl, read: (records, source) => sort(plans, records, source) };
}

function plansOf(storage: EntityMetadataStorage, entities: unknown): ReadonlyMap<string, ReturningPlan> {
  if (!isPlainData(entities) || Object.keys(entities).length === 0) {
    throw new InvalidQueryException(`${NAME} names the entities it returns, one at least.`);
  }
  const plans = new Map<string, ReturningPlan>();
  const keys = new Map<string, string>();
  for (const [key, value] of Object.entries(entities)) {
    const plan = planOf(storage, key, value);
    const object = plan.item.sobject.toLowerCase();
    const other = keys.get(object);
    if (other !== undefined) {
      throw new InvalidQueryException(
        `${NAME} returns ${plan.item.sobject} twice, as '${other}' and as '${key}': the platform tells their records apart by their object alone.`,
      );
    }
    keys.set(object, key);
    plans.set(key, plan);
  }
  return plans;
}

function planOf(storage: EntityMetadataStorage, key: string, value: unknown): ReturningPlan {
  const name = `${NAME} (${key})`;
  const { entity, options } = returningOf(value, name);
  const metadata = storage.get(entity);
  knownKeysOf(options, RETURNING_OPTIONS, name);
  return compileReturning(metadata, options, name);
}

function returningOf(value: unknown, name: string): Pick<Returning<unknown>, 'entity' | 'options'> {
  if (typeof value === 'function') return { entity: value as EntityClass, options: {} };
  if (isPlainData(value) && typeof value['entity'] === 'function')
    return value as unknown as Returning<unknown>;
  throw new InvalidQueryException(`${name}: give an entity class, or returning() of one.`);
}

/** The records come in one list. */
function sort(
  plans: ReadonlyMap<string, ReturningPlan>,
  records: readonly WireRecord[],
  source: BinarySource,
): Record<string, object[]> {
  const found: Record<string, object[]> = {};
  const places = new Map<string, { readonly entities: object[]; readonly hydrate: RecordHydrator }>();
  for (const [key, { item, shape }] of plans) {
    const entities: object[] = [];
    found[key] = entities;
    places.set(item.sobject.toLowerCase(), { entities, hydrate: compileHydrator(shape) });
  }
  for (const record of records) {
    const type = (record as Partial<WireRecord>).attributes?.type;
    const place = typeof type === 'string' ? places.get(type.toLowerCase()) : undefined;
    if (!place) {
      throw new InvalidResponseException(
        `A search returned a record of ${type ?? 'an unknown object'}, which it did not ask for.`,
      );
    }
    place.entities.push(place.hydrate(record, source));
  }
  return found;
}
