import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import { orderByItem, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import type { OrderByItem, SoqlQuery } from '../../soql/ast/soql-query.js';
import { fieldAtPath } from '../select/field-at-path.js';

/** Which of two records comes first: negative, zero or positive. */
export type RecordComparison = (a: WireRecord, b: WireRecord) => number;

/** Types whose values tell their order. That of texts depends on the user's language, of picklists on the setup, of currencies on rates. */
const ORDERED_ALIKE: ReadonlySet<FieldType> = new Set<FieldType>([
  'boolean',
  'date',
  'datetime',
  'double',
  'id',
  'int',
  'long',
  'percent',
  'reference',
  'time',
]);

/** Whether values of a field of that type tell their order. */
export function isOrderedAlike(type: FieldType): boolean {
  return ORDERED_ALIKE.has(type);
}

interface MergeKey {
  readonly path: readonly string[];
  readonly sign: 1 | -1;
  readonly nullsFirst: boolean;
}

/**
 * The order of a query, for merging the results of its parts.
 *
 * @throws InvalidQueryException when the platform orders by something of which only it knows the order.
 */
export function mergeOrder(orderBy: readonly OrderByItem[], entity: EntityMetadata): RecordComparison {
  const keys = orderBy.map((item) => mergeKey(item, entity));
  return (a, b) => {
    for (const { path, sign, nullsFirst } of keys) {
      const [x, y] = [valueAt(a, path), valueAt(b, path)];
      if (x === y) continue;
      if (x === null) return nullsFirst ? -1 : 1;
      if (y === null) return nullsFirst ? 1 : -1;
      return x < y ? -sign : sign;
    }
    return 0;
  };
}

/** The query so that its records hold what they are ordered by, and that records without a value have one place. */
export function selectingItsOrder(query: SoqlQuery): SoqlQuery {
  const orderBy = query.orderBy ?? [];
  const known = new Set(query.select.map((item) => item.kind === 'expression' && nameOf(item.expression)));
  const missing = orderBy.map(({ expression }) => expression).filter((key) => !known.has(nameOf(key)));
  return soqlQuery({
    ...query,
    select: [...query.select, ...missing.map((key) => selected(key))],
    orderBy: orderBy.map(({ expression, direction, nulls }) => {
      return orderByItem(expression, direction, direction === 'DESC' ? (nulls ?? 'FIRST') : nulls);
    }),
  });
}

function mergeKey({ expression, direction, nulls }: OrderByItem, entity: EntityMetadata): MergeKey {
  const field = expression.kind === 'field' ? fieldAtPath(entity, expression.path)?.field : undefined;
  if (expression.kind === 'field' && field && isOrderedAlike(field.type)) {
    const nullsFirst = field.type === 'reference' || nulls !== 'LAST';
    return { path: expression.path, sign: direction === 'DESC' ? -1 : 1, nullsFirst };
  }
  throw new InvalidQueryException(
    `${entity.target.name}: the query is too long for the platform, and its parts cannot be merged in order of ${nameOf(expression)}: ` +
      'how the platform orders that, only the platform knows. Order the records after reading, or by numbers, dates or ids.',
  );
}

function nameOf(expression: OrderByItem['expression']): string {
  return expression.kind === 'field' ? fieldName(expression) : expression.name;
}

function fieldName({ path }: FieldPath): string {
  return path.join('.').toLowerCase();
}

type Ordered = string | number | boolean;

function valueAt(record: WireRecord, path: readonly string[]): Ordered | null {
  let value: unknown = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null;
    const fields = value as Readonly<Record<string, unknown>>;
    value =
      fields[name] ??
      fields[Object.keys(fields).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name];
  }
  return (value ?? null) as Ordered | null;
}
