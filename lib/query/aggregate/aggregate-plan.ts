import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import { fromClause, groupByClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { compileClauses } from '../find/find-clauses.js';
import { checkLimits, type UntypedFindOptions } from '../find/find-query.builder.js';
import { checkSkip, checkTake } from '../find/row-limit.js';
import { compileWhere } from '../where/where-compiler.js';
import { type RowColumn, RowColumns } from './row-columns.js';
import type { GroupingKind } from './aggregate-row.type.js';
import { compileHaving, compileRowOrder } from './column-conditions.js';

/** What an aggregating query asks for. */
export interface AggregateOptions extends Pick<
  UntypedFindOptions,
  'where' | 'take' | 'skip' | 'scope' | 'with' | 'for' | 'update'
> {
  readonly kind: GroupingKind;
  readonly groupBy: readonly unknown[];
  readonly aggregate: Readonly<Record<string, unknown>>;
  readonly having: readonly unknown[];
  readonly orderBy: readonly unknown[];
}

/** An aggregating query, checked and compiled. */
export interface AggregatePlan {
  readonly entity: EntityMetadata;
  readonly query: SoqlQuery;
  readonly columns: readonly RowColumn[];
  /** The rows where they are known without asking. */
  readonly known?: 'no rows' | 'a row of nothing';
}

/**
 * Checks and compiles an aggregating query.
 *
 * @throws InvalidQueryException naming entity, property and fix, before anything is sent.
 */
export function buildAggregateQuery(entity: EntityMetadata, options: AggregateOptions): AggregatePlan {
  const { name } = entity.target;
  const columns = columnsOf(entity, options);
  const groups = columns.filter(({ isGroup }) => isGroup).map(({ expression }) => expression);
  const where = options.where === undefined || compileWhere(entity, options.where);
  const having = compileHaving(columns, options.having, name);
  const take = checkTake(options.take, name);
  const skip = checkSkip(options.skip, name);
  checkGrouped(options, name);
  const isImpossible = where === false || having === false || take === 0;
  const query = soqlQuery({
    select: columns.map(({ expression, key, isAliased }) =>
      selected(expression, isAliased ? key : undefined),
    ),
    from: fromClause(entity.apiName),
    where: typeof where === 'boolean' ? undefined : where,
    groupBy: options.kind === 'none' ? undefined : groupByClause(groups, options.kind),
    having: typeof having === 'boolean' ? undefined : having,
    orderBy: compileRowOrder(columns, options.orderBy, name),
    limit: isImpossible && options.kind !== 'none' ? 0 : take,
    offset: skip === 0 ? undefined : skip,
    ...compileClauses(options, name),
  });
  checkLimits(query, name);
  if (!isImpossible) return { entity, query, columns };
  return { entity, query, columns, known: options.kind === 'none' ? 'a row of nothing' : 'no rows' };
}

function columnsOf(entity: EntityMetadata, options: AggregateOptions): readonly RowColumn[] {
  const columns = new RowColumns(entity);
  for (const term of options.groupBy) columns.groupBy(term);
  for (const [column, aggregate] of Object.entries(options.aggregate)) columns.aggregate(column, aggregate);
  return columns.all;
}

function checkGrouped(
  { kind, having, orderBy, take, skip, groupBy, aggregate }: AggregateOptions,
  name: string,
): void {
  if (kind !== 'none') {
    if (groupBy.length === 0) throw new InvalidQueryException(`${name}: groupBy names what to group by.`);
    return;
  }
  if (Object.keys(aggregate).length === 0) {
    throw new InvalidQueryException(`${name}: aggregate names at least one aggregate.`);
  }
  if (having.length > 0 || orderBy.length > 0 || take !== undefined || skip !== undefined) {
    throw new InvalidQueryException(
      `${name}: an aggregate over all records is one row, which takes no having, orderBy, take or skip. Group by something, or leave them out.`,
    );
  }
}
