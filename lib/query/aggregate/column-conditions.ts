import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { OrderByItem } from '../../soql/ast/soql-query.js';
import { compileEquality, compileOperators } from '../where/comparison-compiler.js';
import { all, any, negation, type Predicate } from '../where/condition-algebra.js';
import { sortedBy } from '../order-by/order-by-compiler.js';
import { isPlainData, type PlainData } from '../find/plain-data.js';
import type { RowColumn } from './row-columns.js';

/** Where in the row a piece of a condition or of an order stands. */
interface RowPlace {
  readonly columns: readonly RowColumn[];
  readonly place: readonly string[];
  readonly name: string;
}

/** The condition on rows; all of the parts must hold. @throws InvalidQueryException naming the column. */
export function compileHaving(
  columns: readonly RowColumn[],
  conditions: readonly unknown[],
  name: string,
): Predicate {
  return all(conditions.map((condition) => having({ columns, place: [], name }, condition)));
}

/** The order of rows; undefined when there is none. @throws InvalidQueryException naming the column. */
export function compileRowOrder(
  columns: readonly RowColumn[],
  keys: readonly unknown[],
  name: string,
): readonly OrderByItem[] | undefined {
  const items = keys.flatMap((key) => sorted({ columns, place: [], name }, key));
  return items.length === 0 ? undefined : items;
}

function having(at: RowPlace, condition: unknown): Predicate {
  const entries = Object.entries(dataOf(at, condition, 'a condition on rows'));
  return all(
    entries.map(([key, value]) => {
      if (key === 'AND') return all(listOf(at, key, value).map((part) => having(at, part)));
      if (key === 'OR') return any(listOf(at, key, value).map((part) => having(at, part)));
      if (key === 'NOT') return negation(having(at, value));
      const found = step(at, key);
      return 'columns' in found ? having(found, value) : compare(found, at, value);
    }),
  );
}

function compare({ expression, type, place }: RowColumn, at: RowPlace, value: unknown): Predicate {
  const target = { expression, type, name: `${at.name}.${place.at(-1)}` };
  return isPlainData(value) ? compileOperators(target, value) : compileEquality(target, value);
}

function sorted(at: RowPlace, order: unknown): OrderByItem[] {
  return Object.entries(dataOf(at, order, 'an order of rows')).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const found = step(at, key);
    return 'columns' in found
      ? sorted(found, value)
      : [sortedBy(found.expression, value, `${at.name}.${key}`)];
  });
}

/** The column of that name, or the part of the row in which the columns of a parent are. */
function step({ columns, place, name }: RowPlace, key: string): RowColumn | RowPlace {
  const depth = place.length;
  const within = columns.filter((column) => column.place[depth] === key);
  const column = within.find((one) => one.place.length === depth + 1);
  if (column) return comparable(column, `${name}.${key}`);
  if (within.length > 0) return { columns: within, place: [...place, key], name: `${name}.${key}` };
  const known = [...new Set(columns.map((one) => one.place[depth]))].join(', ');
  throw new InvalidQueryException(`${name}.${key} is no column of the rows. There are ${known}.`);
}

/** The text of a value is not compared as the value is, and the platform compares it in no way. */
function comparable(column: RowColumn, name: string): RowColumn {
  const { expression } = column;
  if (expression.kind !== 'function' || expression.name !== 'FORMAT') return column;
  throw new InvalidQueryException(
    `${name} is text for showing. Have the aggregate itself as another column, for conditions and orders.`,
  );
}

function dataOf({ name }: RowPlace, value: unknown, what: string): PlainData {
  if (isPlainData(value)) return value;
  throw new InvalidQueryException(`${name}: ${what} is an object of its columns.`);
}

function listOf({ name }: RowPlace, key: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new InvalidQueryException(`${name}: ${key} takes an array of conditions.`);
}
