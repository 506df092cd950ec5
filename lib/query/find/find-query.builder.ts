import type { QueryOptions } from '../../connection/resource-request.interface.js';
import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { fromClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { findLimitViolation } from '../../soql/query-limits.js';
import { compileClauses } from './find-clauses.js';
import { compileOrderBy } from '../order-by/order-by-compiler.js';
import { knownKeysOf } from './plain-data.js';
import { checkSkip, checkTake, rowWindow } from './row-limit.js';
import { compileSelect } from '../select/select-compiler.js';
import { compileWhere } from '../where/where-compiler.js';

/** The options of a find when its entity is known at run time alone; {@link FindOptions} of any entity are such. */
export interface UntypedFindOptions extends QueryOptions {
  readonly select?: unknown;
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly take?: number;
  readonly skip?: number;
  readonly scope?: unknown;
  readonly with?: unknown;
  readonly for?: unknown;
  readonly update?: unknown;
}

/** A find, checked and compiled: what the org is asked, and what its answer becomes. */
export interface FindPlan {
  readonly query: SoqlQuery;
  readonly shape: EntityShape;
  /** No record can match, whatever the org holds: nothing is to be asked. */
  readonly empty: boolean;
  /** Records that the answer begins with and nobody asked for. */
  readonly skip: number;
}

const OPTIONS = [
  'select',
  'where',
  'orderBy',
  'take',
  'skip',
  'scope',
  'with',
  'for',
  'update',
  'allRows',
  'batchSize',
  'signal',
  'onProgress',
  'cache',
];

/**
 * Checks the options of a find against the entity and compiles them.
 *
 * @throws InvalidQueryException naming entity, property and fix, before anything is sent.
 */
export function buildFindQuery(entity: EntityMetadata, options: UntypedFindOptions = {}): FindPlan {
  const name = entity.target.name;
  knownKeysOf(options, OPTIONS, `A find of ${name}`);
  const { items, shape } = compileSelect(entity, options.select);
  const where = options.where === undefined || compileWhere(entity, options.where);
  const take = checkTake(options.take, name);
  const { limit, offset, skip } = rowWindow(take, checkSkip(options.skip, name), shape);
  const empty = where === false || take === 0;
  const query = soqlQuery({
    select: items,
    from: fromClause(entity.apiName),
    where: typeof where === 'boolean' ? undefined : where,
    orderBy: compileOrderBy(entity, options.orderBy),
    // A plan that can find nothing finds nothing even if it is sent.
    limit: empty ? 0 : limit,
    offset,
    ...compileClauses(options, name),
  });
  checkLimits(query, name);
  return { query, shape, empty, skip };
}

/** @throws InvalidQueryException for a query that goes beyond what the platform takes. */
export function checkLimits(query: SoqlQuery, name: string): void {
  const violation = findLimitViolation(query);
  if (violation) throw new InvalidQueryException(`${name}: ${violation.reason}.`);
}
