import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { fromClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SelectItem } from '../../soql/ast/select-item.js';
import { listViewFilter, returningItem } from '../../soql/sosl/ast/factories/sosl-search.factory.js';
import type { ReturningItem } from '../../soql/sosl/ast/returning-item.js';
import { checkLimits } from '../find/find-query.builder.js';
import { compileOrderBy } from '../order-by/order-by-compiler.js';
import { checkSkip, checkTake } from '../find/row-limit.js';
import { compileSelect } from '../select/select-compiler.js';
import { compileWhere } from '../where/where-compiler.js';

/** The platform's limit of the records of a search. */
const MOST_FOUND = 2000;

const DEVELOPER_NAME = /^[a-z]\w*$/i;

/** The options that are about one entity. */
export const RETURNING_OPTIONS: readonly string[] = ['select', 'where', 'orderBy', 'take', 'listView'];

/** {@link ReturningOptions} before they are checked. */
export interface UntypedReturningOptions {
  readonly select?: unknown;
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly take?: unknown;
  readonly skip?: unknown;
  readonly listView?: unknown;
}

/** One entity of a search: what is asked of it, and what becomes of its records. */
export interface ReturningPlan {
  readonly item: ReturningItem;
  readonly shape: EntityShape;
  /** No record can be found, whatever the org holds. */
  readonly empty: boolean;
}

/** Checks the options about one entity and compiles them. @throws InvalidQueryException naming entity and property. */
export function compileReturning(
  entity: EntityMetadata,
  options: UntypedReturningOptions,
  name: string,
): ReturningPlan {
  const { items, shape } = compileSelect(entity, options.select);
  const where = options.where === undefined || compileWhere(entity, options.where);
  const take = checkFound(options.take, name);
  const skip = checkSkip(options.skip, name);
  const clauses = {
    where: typeof where === 'boolean' ? undefined : where,
    orderBy: compileOrderBy(entity, options.orderBy),
    limit: take,
    offset: skip === 0 ? undefined : skip,
  };
  const item = returningItem(entity.apiName, {
    fields: items.map((selected) => admitted(selected, name)),
    using: options.listView === undefined ? undefined : listView(options.listView, name),
    ...clauses,
  });
  // What is returned is subject to the limits of a query for it.
  checkLimits(soqlQuery({ select: items, from: fromClause(entity.apiName), ...clauses }), name);
  return { item, shape, empty: where === false || take === 0 };
}

/** A `take` of a search, or undefined. @throws InvalidQueryException unless it is within the platform's limit. */
export function checkFound(take: unknown, name: string): number | undefined {
  const count = checkTake(take, name);
  if (count === undefined || count <= MOST_FOUND) return count;
  throw new InvalidQueryException(
    `${name}: a search finds ${MOST_FOUND} records at most. To read more, use find with a condition.`,
  );
}

function admitted(
  item: SelectItem,
  name: string,
): Extract<SelectItem, { readonly kind: 'expression' | 'fields' }> {
  if (item.kind === 'expression' || item.kind === 'fields') return item;
  throw new InvalidQueryException(
    item.kind === 'subquery'
      ? `${name}: a search reads no child records. Search for the ids, then find the records with their children.`
      : `${name}: a search reads no parents of several kinds. Search for the ids, then find the records with their parents.`,
  );
}

function listView(value: unknown, name: string): ReturnType<typeof listViewFilter> {
  if (typeof value === 'string' && DEVELOPER_NAME.test(value)) return listViewFilter(value);
  throw new InvalidQueryException(`${name}: listView is the API name of a list view.`);
}
