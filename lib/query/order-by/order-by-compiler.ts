import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata, FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { orderByItem } from '../../soql/ast/factories/soql-query.factory.js';
import type { Expression } from '../../soql/ast/expression.js';
import type { OrderByItem } from '../../soql/ast/soql-query.js';
import { distanceCall } from '../where/distance-compiler.js';
import { isLocated, isSortable } from '../where/field-abilities.js';
import { ParentPath } from '../select/parent-path.js';
import { isPlainData, knownKeysOf } from '../find/plain-data.js';
import { isNameField } from '../polymorphic/name-record.js';
import { unknownProperty } from '../find/unknown-property.js';

const DIRECTIONS = { asc: 'ASC', desc: 'DESC' } as const;
const NULLS = { first: 'FIRST', last: 'LAST' } as const;

/**
 * The keys of an `orderBy`, one object or an array of them; undefined when there are none.
 *
 * @throws InvalidQueryException naming entity and property.
 */
export function compileOrderBy(
  entity: EntityMetadata,
  orderBy: unknown,
  name?: string,
): readonly OrderByItem[] | undefined {
  if (orderBy === undefined) return undefined;
  const root = ParentPath.root(entity, name);
  const items = Array.isArray(orderBy)
    ? orderBy.flatMap((part: unknown) => keysOf(root, part))
    : keysOf(root, orderBy);
  return items.length === 0 ? undefined : items;
}

function keysOf(at: ParentPath, part: unknown): OrderByItem[] {
  if (!isPlainData(part)) {
    throw new InvalidQueryException(`${at.name}: an order is an object of properties, or an array of such.`);
  }
  return Object.entries(part)
    .filter(([, sort]) => sort !== undefined)
    .flatMap(([property, sort]) => {
      const parent = at.entity.parents.get(property);
      if (parent) return keysOf(at.parent(parent), sort);
      const field = at.entity.fields.get(property);
      if (!field) throw whyNoKey(at, property);
      return [keyOf(at, field, sort)];
    });
}

function keyOf(at: ParentPath, field: FieldMetadata, sort: unknown): OrderByItem {
  const name = `${at.name}.${field.property}`;
  if (isLocated(field)) return distanceKey(at, field, sort, name);
  if (!isSortable(field)) {
    throw new InvalidQueryException(
      `${name}: records are not ordered by fields of type ${field.type} such as this one. Leave it out.`,
    );
  }
  if (at.ofSeveralKinds && !isNameField(field)) {
    throw new InvalidQueryException(
      `${name}: an order by a parent that may be of several kinds reaches what all of them have: id, name and a few more.`,
    );
  }
  const item = sortedBy(at.field(field), sort, name);
  if (field.type === 'reference' && item.nulls === 'LAST') {
    throw new InvalidQueryException(
      `${name}: the platform puts records without a reference first, whatever it is told. Order by a field of the parent.`,
    );
  }
  return item;
}

function distanceKey(at: ParentPath, field: FieldMetadata, sort: unknown, name: string): OrderByItem {
  const { distance, ...rest } = knownKeysOf(sort, ['distance', 'direction', 'nulls'], name);
  const call = distanceCall(at.field(field), knownKeysOf(distance, ['to', 'unit'], `${name}.distance`), name);
  return sortedBy(call, rest, name);
}

/** `'asc'`, `'desc'`, or a direction and where what has no value goes. */
export function sortedBy(expression: Expression, sort: unknown, name: string): OrderByItem {
  const { direction, nulls } =
    typeof sort === 'string' ? { direction: sort } : knownKeysOf(sort, ['direction', 'nulls'], name);
  return orderByItem(expression, directionOf(direction, name), placeOf(nulls, name));
}

function directionOf(direction: unknown, name: string): 'ASC' | 'DESC' {
  if (direction === 'asc' || direction === 'desc') return DIRECTIONS[direction];
  throw new InvalidQueryException(`${name} is ordered 'asc' or 'desc'.`);
}

function placeOf(nulls: unknown, name: string): 'FIRST' | 'LAST' | undefined {
  if (nulls === undefined) return undefined;
  if (nulls === 'first' || nulls === 'last') return NULLS[nulls];
  throw new InvalidQueryException(`${name}: nulls come 'first' or 'last'.`);
}

function whyNoKey(at: ParentPath, property: string): InvalidQueryException {
  if (!at.entity.children.has(property)) return unknownProperty(at.entity, property, at.name);
  return new InvalidQueryException(
    `${at.name}.${property}: records are not ordered by their children. Order the children in select.`,
  );
}
