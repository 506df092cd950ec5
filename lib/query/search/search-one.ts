import type { CompiledSearch } from '../../connection/entity-search.interface.js';
import { compileHydrator } from '../../hydration/record-hydrator.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { soslSearch } from '../../soql/sosl/ast/factories/sosl-search.factory.js';
import { printSosl } from '../../soql/sosl/sosl-printer.js';
import { knownKeysOf } from '../find/plain-data.js';
import { compileReturning, RETURNING_OPTIONS, type UntypedReturningOptions } from './returning-compiler.js';
import { compileSearchScope, SCOPE_OPTIONS, type UntypedSearchScope } from './search-scope-compiler.js';

/**
 * A search for the records of one entity.
 *
 * @throws InvalidQueryException naming entity, property and fix, before anything is sent.
 */
export function compileSearchOne<T>(
  entity: EntityMetadata,
  term: unknown,
  options: UntypedSearchScope & UntypedReturningOptions,
): CompiledSearch<T[]> {
  const name = `A search of ${entity.target.name}`;
  knownKeysOf(options, [...SCOPE_OPTIONS, ...RETURNING_OPTIONS, 'skip', 'signal'], name);
  const { item, shape, empty } = compileReturning(entity, options, name);
  const search = soslSearch({ ...compileSearchScope(term, options, name), returning: [item] });
  const hydrate = compileHydrator(shape);
  return {
    sosl: empty ? undefined : printSosl(search),
    read: (records, source) => records.map((record) => hydrate(record, source) as T),
  };
}
