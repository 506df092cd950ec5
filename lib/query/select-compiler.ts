import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import type { EntityShape, RelationShape } from '../hydration/entity-shape.interface.js';
import type {
  ChildrenMetadata,
  EntityMetadata,
  FieldMetadata,
} from '../metadata/entity-metadata.interface.js';
import { childSubquery, selected } from '../soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../soql/ast/factories/soql-query.factory.js';
import type { FieldPath } from '../soql/ast/expression.js';
import type { SelectItem } from '../soql/ast/select-item.js';
import { compileOrderBy } from './order-by-compiler.js';
import { ParentPath } from './parent-path.js';
import { isPlainData, knownKeysOf, type PlainData } from './plain-data.js';
import { isPolymorphic } from './polymorphic-parent.js';
import { checkTake } from './row-limit.js';
import { unknownProperty } from './unknown-property.js';
import { compileWhere } from './where-compiler.js';

/** The platform's limits: sub-queries in one query, and levels of children within children, the queried object included. */
const MOST_SUBQUERIES = 20;
const MOST_LEVELS = 5;

/** A selection as the query states it and as the hydrator needs it. */
export interface CompiledSelection {
  readonly items: readonly SelectItem[];
  readonly shape: EntityShape;
}

/**
 * The select list of a selection; all scalar fields where there is none. The id is always in it, of related records too.
 *
 * @throws InvalidQueryException naming entity and property.
 */
export function compileSelect(entity: EntityMetadata, select: unknown): CompiledSelection {
  const compiler = new SelectCompiler();
  const shape = compiler.shape(ParentPath.root(entity), select ?? true, 1);
  return { items: compiler.items, shape };
}

/** Collects the select list of one query, sub-queries being queries of their own. */
class SelectCompiler {
  readonly items: SelectItem[] = [];
  readonly #selected = new Set<string>();
  readonly #subqueries: { count: number };

  constructor(subqueries = { count: 0 }) {
    this.#subqueries = subqueries;
  }

  /** @param level how deep within sub-queries the list is, from 1 */
  shape(at: ParentPath, selection: unknown, level: number): EntityShape {
    const named = selection === true ? undefined : namedProperties(at, selection);
    const fields = named ? namedFields(at.entity, named) : [...at.entity.fields.values()];
    for (const field of fields) this.#selectOnce(at.field(field));
    const parents: RelationShape[] = [];
    const children: RelationShape[] = [];
    for (const [property, value] of named ?? []) {
      const parent = at.entity.parents.get(property);
      if (parent) {
        const polymorphic = isPolymorphic(at.entity, parent) ? { polymorphic: true } : {};
        const shape = this.shape(at.parent(parent), value, level);
        parents.push({ ...relation(parent), ...polymorphic, shape });
      }
      const child = at.entity.children.get(property);
      if (child) children.push({ ...relation(child), shape: this.#children(at, child, value, level + 1) });
    }
    return { entity: at.entity, fields, parents, children };
  }

  /** The objects of a polymorphic parent have fields in common, which the platform takes once. */
  #selectOnce(path: FieldPath): void {
    const name = path.path.join('.').toLowerCase();
    if (this.#selected.has(name)) return;
    this.#selected.add(name);
    this.items.push(selected(path));
  }

  #children(at: ParentPath, children: ChildrenMetadata, value: unknown, level: number): EntityShape {
    const name = `${at.name}.${children.property}`;
    this.#admitSubquery(at, name, level);
    const { select, where, orderBy, take } = childrenOptions(value, name);
    const child = children.target();
    const compiler = new SelectCompiler(this.#subqueries);
    const shape = compiler.shape(ParentPath.root(child, name), select ?? true, level);
    const condition = where === undefined || compileWhere(child, where, name);
    const limit = checkTake(take, name);
    const order = compileOrderBy(child, orderBy, name);
    // No child can be found: what is not asked comes back as an empty array as well.
    if (condition === false || limit === 0) return shape;
    const query = soqlQuery({
      select: compiler.items,
      from: fromClause(children.relationshipName),
      where: condition === true ? undefined : condition,
      orderBy: order,
      limit,
    });
    this.items.push(childSubquery(query));
    return shape;
  }

  #admitSubquery(at: ParentPath, name: string, level: number): void {
    if (at.steps.length > 0) {
      throw new InvalidQueryException(
        `${name}: the children of a parent cannot be read along. Find the parent by its id and select them there.`,
      );
    }
    if (level > MOST_LEVELS) {
      throw new InvalidQueryException(
        `${name}: children of children go ${MOST_LEVELS} levels deep, the queried object included. Find the deeper ones by their parents' ids.`,
      );
    }
    this.#subqueries.count += 1;
    if (this.#subqueries.count > MOST_SUBQUERIES) {
      throw new InvalidQueryException(
        `${name}: a query reads at most ${MOST_SUBQUERIES} sets of children. Read some of them in a find of their own.`,
      );
    }
  }
}

function childrenOptions(value: unknown, name: string): PlainData {
  return value === true ? {} : knownKeysOf(value, ['select', 'where', 'orderBy', 'take'], name);
}

/** The properties a selection names, each one mapped; those that are `undefined` are not named. */
function namedProperties(at: ParentPath, selection: unknown): readonly (readonly [string, unknown])[] {
  if (!isPlainData(selection)) {
    throw new InvalidQueryException(
      `${at.name}: a selection is an object of properties, or true for all fields.`,
    );
  }
  const named = Object.entries(selection).filter(([, value]) => value !== undefined);
  if (named.length === 0) {
    throw new InvalidQueryException(
      `${at.name}: the selection is empty. Name a property, or leave the selection out to read all fields.`,
    );
  }
  for (const [property, value] of named) checkProperty(at, property, value);
  return named;
}

function checkProperty({ entity, name }: ParentPath, property: string, value: unknown): void {
  if (entity.parents.has(property) || entity.children.has(property)) return;
  if (!entity.fields.has(property)) throw unknownProperty(entity, property, name);
  if (value === true) return;
  throw new InvalidQueryException(`${name}.${property} is a field: select it with true, or leave it out.`);
}

function namedFields(
  { id, fields }: EntityMetadata,
  named: readonly (readonly [string, unknown])[],
): readonly FieldMetadata[] {
  const others = named.map(([property]) => fields.get(property)).filter((field) => field !== undefined);
  return [id, ...others.filter((field) => field !== id)];
}

function relation({
  property,
  relationshipName,
}: Omit<RelationShape, 'shape'>): Omit<RelationShape, 'shape'> {
  return { property, relationshipName };
}
