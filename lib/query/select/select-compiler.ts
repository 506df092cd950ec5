import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type {
  EntityShape,
  ParentAlternative,
  PolymorphicShape,
  RelationShape,
} from '../../hydration/entity-shape.interface.js';
import type {
  ChildrenMetadata,
  EntityMetadata,
  FieldMetadata,
} from '../../metadata/entity-metadata.interface.js';
import { childSubquery, selected } from '../../soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SelectItem } from '../../soql/ast/select-item.js';
import { displayedField, type DisplayedField, distanceOf } from './displayed-field.js';
import { isLocated } from '../where/field-abilities.js';
import { compileOrderBy } from '../order-by/order-by-compiler.js';
import { ParentPath } from './parent-path.js';
import { isPlainData, knownKeysOf, type PlainData } from '../find/plain-data.js';
import { NAME_RECORD } from '../polymorphic/name-record.js';
import { TypeofSelections } from '../polymorphic/typeof-selections.js';
import { checkTake } from '../find/row-limit.js';
import { unknownProperty } from '../find/unknown-property.js';
import { compileWhere } from '../where/where-compiler.js';

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
  return { items: compiler.items(), shape };
}

type ShapeOfKinds = Pick<PolymorphicShape, 'alternatives' | 'otherwise'>;

/** Collects the select list of one query, sub-queries being queries of their own. */
class SelectCompiler {
  readonly #items: SelectItem[] = [];
  readonly #typeofs = new TypeofSelections();
  readonly #subqueries: { count: number };

  constructor(subqueries = { count: 0 }) {
    this.#subqueries = subqueries;
  }

  items(): readonly SelectItem[] {
    return this.#typeofs.isEmpty ? this.#items : [...this.#items, ...this.#typeofs.items()];
  }

  /** @param level how deep within sub-queries the list is, from 1 */
  shape(at: ParentPath, selection: unknown, level: number): EntityShape {
    const { entity } = at;
    const named = selection === true ? undefined : namedProperties(at, selection);
    const fields = named ? this.#namedFields(at, named) : this.#allFields(at);
    const parents: RelationShape[] = [];
    const children: RelationShape[] = [];
    const polymorphic: PolymorphicShape[] = [];
    for (const [property, value] of named ?? []) {
      const parent = entity.parents.get(property);
      if (parent) {
        const path = at.parent(parent);
        const kinds = parent.alternatives();
        if (kinds) polymorphic.push({ ...relation(parent), ...this.#kinds(path, kinds, value) });
        else if (path.ofSeveralKinds)
          polymorphic.push({ ...relation(parent), ...this.#oneKind(path, value) });
        else parents.push({ ...relation(parent), shape: this.shape(path, value, level) });
      }
      const child = entity.children.get(property);
      if (child) children.push({ ...relation(child), shape: this.#children(at, child, value, level + 1) });
    }
    return {
      entity,
      fields,
      parents,
      children,
      polymorphic: polymorphic.length > 0 ? polymorphic : undefined,
    };
  }

  #allFields(at: ParentPath): readonly FieldMetadata[] {
    const fields = [...at.entity.fields.values()];
    for (const field of fields) this.#items.push(selected(at.field(field)));
    return fields;
  }

  #namedFields(at: ParentPath, named: NamedProperties): readonly FieldMetadata[] {
    const { id, fields } = at.entity;
    this.#items.push(selected(at.field(id)));
    const shown: FieldMetadata[] = [id];
    for (const [property, value] of named) {
      const field = fields.get(property);
      if (!field) continue;
      const { item, decoded } = fieldShown(at, field, value);
      if (field === id) continue;
      this.#items.push(item);
      shown.push(decoded);
    }
    return shown;
  }

  /** A parent of one of several kinds, each with a selection of its own; `else` is for all that are not named. */
  #kinds(path: ParentPath, kinds: ReadonlyMap<string, EntityMetadata>, value: unknown): ShapeOfKinds {
    const names = [...kinds.keys()];
    const asked = value === true ? Object.fromEntries(names.map((name) => [name, true])) : value;
    const selections = knownKeysOf(asked, [...names, 'else'], path.name);
    const named = Object.entries(selections).filter(([, selection]) => selection !== undefined);
    if (named.length === 0) {
      throw new InvalidQueryException(
        `${path.name}: the selection is empty. Name a kind of parent, or else.`,
      );
    }
    const alternatives = new Map<string, ParentAlternative>();
    let otherwise: ParentAlternative | undefined;
    for (const [tag, selection] of named) {
      const entity = kinds.get(tag);
      const shape = this.#kind(path, entity, selection, `${path.name}.${tag}`);
      if (entity) alternatives.set(entity.apiName.toLowerCase(), { tag, shape });
      else otherwise = { tag, shape };
    }
    return { alternatives, otherwise };
  }

  /** A parent whose foreign key other properties share: null where the record's parent is of their kind. */
  #oneKind(path: ParentPath, value: unknown): ShapeOfKinds {
    const shape = this.#kind(path, path.entity, value, path.name);
    return { alternatives: new Map([[path.entity.apiName.toLowerCase(), { shape }]]) };
  }

  /** What is read of a parent of that kind, or of every other kind: plain fields, its own and its parents'. */
  #kind(path: ParentPath, kind: EntityMetadata | undefined, selection: unknown, name: string): EntityShape {
    const compiler = new SelectCompiler();
    const shape = compiler.shape(ParentPath.root(kind ?? NAME_RECORD, name), selection, 1);
    const fields = compiler.items().map((item) => {
      if (item.kind === 'expression' && item.expression.kind === 'field') return item.expression;
      throw new InvalidQueryException(
        `${name}: of a parent that may be of several kinds only plain fields are read, its own and its parents'. Find the record by its id to read more.`,
      );
    });
    this.#typeofs.add(path.relationship(), kind?.apiName, fields);
    return shape;
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
      select: compiler.items(),
      from: fromClause(children.relationshipName),
      where: condition === true ? undefined : condition,
      orderBy: order,
      limit,
    });
    this.#items.push(childSubquery(query));
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

function fieldShown(at: ParentPath, field: FieldMetadata, value: unknown): DisplayedField {
  const path = at.field(field);
  if (value === true) return { item: selected(path), decoded: field };
  const show = isLocated(field) && isPlainData(value) ? distanceOf : displayedField;
  return show(field, path, value as PlainData, `${at.name}.${field.property}`);
}

function childrenOptions(value: unknown, name: string): PlainData {
  return value === true ? {} : knownKeysOf(value, ['select', 'where', 'orderBy', 'take'], name);
}

type NamedProperties = readonly (readonly [string, unknown])[];

/** The properties a selection names, each one mapped; those that are `undefined` are not named. */
function namedProperties(at: ParentPath, selection: unknown): NamedProperties {
  if (!isPlainData(selection)) {
    throw new InvalidQueryException(
      `${at.name}: a selection is an object of properties, or true for all fields.`,
    );
  }
  const { fields, parents, children } = at.entity;
  const named: [string, unknown][] = [];
  for (const property of Object.keys(selection)) {
    const value = selection[property];
    if (value === undefined) continue;
    if (!fields.has(property) && !parents.has(property) && !children.has(property)) {
      throw unknownProperty(at.entity, property, at.name);
    }
    named.push([property, value]);
  }
  if (named.length > 0) return named;
  throw new InvalidQueryException(
    `${at.name}: the selection is empty. Name a property, or leave the selection out to read all fields.`,
  );
}

function relation({
  property,
  relationshipName,
}: Omit<RelationShape, 'shape'>): Omit<RelationShape, 'shape'> {
  return { property, relationshipName };
}
