import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { orderByItem } from '../soql/ast/factories/soql-query.factory.js';
import type { OrderByItem } from '../soql/ast/soql-query.js';
import { isSortable } from './field-abilities.js';
import { ParentPath } from './parent-path.js';
import { isPlainData, knownKeysOf } from './plain-data.js';
import { unknownProperty } from './unknown-property.js';

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
  const parts: readonly unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy ?? {}];
  const items = parts.flatMap((part) => keysOf(ParentPath.root(entity, name), part));
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
  if (!isSortable(field)) {
    throw new InvalidQueryException(
      `${name}: records are not ordered by fields of type ${field.type} such as this one. Leave it out.`,
    );
  }
  const { direction, nulls } =
    typeof sort === 'string' ? { direction: sort } : knownKeysOf(sort, ['direction', 'nulls'], name);
  const placed = placeOf(nulls, name);
  if (field.type === 'reference' && placed === 'LAST') {
    throw new InvalidQueryException(
      `${name}: the platform puts records without a reference first, whatever it is told. Order by a field of the parent.`,
    );
  }
  return orderByItem(at.field(field), directionOf(direction, name), placed);
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
