import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { FieldPath } from '../../../soql/ast/expression.js';
import type { FromClause } from '../../../soql/ast/soql-query.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FieldFormula } from '../formula/field-formula.interface.js';
import { NameObject } from './name-object.js';
import type { QueryCatalog } from './query-catalog.interface.js';
import { noSuchColumn, noSuchRelationship } from './query-refusals.js';
import type { FieldSource, RecordSource, ResolvedField } from './resolved-field.interface.js';
import type { SoqlSource } from './soql-source.js';
import { bind, identifier, joinSql, NULL, sql, type SqlFragment } from './sql-fragment.js';

const MAX_PARENT_LEVELS = 5;
const MAX_RELATIONSHIPS = 55;

/** Where a path of relationships has led. */
export interface ReachedSource {
  readonly source: FieldSource;
  readonly path: readonly string[];
}

/** The parents of the rows found so far; those without one stay, unless the query has no use for them. */
interface ParentJoin {
  readonly parent: RecordSource;
  readonly id: SqlFragment;
  demanded: boolean;
}

/** The names one FROM clause makes visible, and the joins that the paths used so far have asked for. */
export class RecordScope {
  readonly root: RecordSource;
  readonly #reached = new Map<string, FieldSource>();
  readonly #aliases = new Map<string, readonly string[]>();
  readonly #joins: ParentJoin[] = [];
  readonly #objects = new Set<ObjectSchema>();
  readonly #computing = new Set<string>();

  constructor(
    readonly catalog: QueryCatalog,
    readonly source: SoqlSource,
    readonly object: ObjectSchema,
    from: FromClause,
  ) {
    this.root = { kind: 'record', object, table: identifier('t0') };
    this.#objects.add(object);
    this.#nameAliases(from);
  }

  /** The FROM clause with every join; complete only when all clauses are planned. */
  get from(): SqlFragment {
    const table = sql`${identifier(this.object.name)} AS ${this.root.table}`;
    return joinSql([table, ...this.#joins.map(joinClause)], ' ');
  }

  /** Every object whose table the statement reads. */
  get objects(): readonly ObjectSchema[] {
    return [...this.#objects];
  }

  /**
   * Tells that rows without such a parent cannot be found, so that SQLite may begin with the parents: it does not see by
   * itself that a comparison of `fold(…)` fails for them.
   */
  demand(source: FieldSource): void {
    const join = this.#joins.find(({ parent }) => parent === source);
    if (join) join.demanded = true;
  }

  /** Counts the objects of an inner statement in. */
  use(objects: readonly ObjectSchema[]): void {
    for (const object of objects) this.#objects.add(object);
  }

  get id(): SqlFragment {
    return sql`${this.root.table}."Id"`;
  }

  /**
   * The field at the end of a path.
   *
   * @param base where the path starts, the root unless it stands in a branch of TYPEOF.
   * @throws OrgError for a path that leads nowhere.
   */
  resolve(node: FieldPath, base: readonly string[] = []): ResolvedField {
    const names = base.length > 0 ? node.path : this.#withoutAlias(node.path);
    const { source, path } = this.reach([...base, ...names.slice(0, -1)], node);
    const name = names.at(-1)!;
    const field = source.object.field(name);
    if (!field) {
      const entity = source.kind === 'record' ? source.object.name : 'Name';
      throw this.source.refusal('INVALID_FIELD', noSuchColumn(name, entity), node);
    }
    const column = source.kind === 'name' ? source.object.column(field) : this.#value(source, path, field);
    return { field, source, path: [...path, field.name], ...(column && { column }) };
  }

  /** Follows relationship names from the root. */
  reach(relationships: readonly string[], node: object): ReachedSource {
    if (relationships.length > MAX_PARENT_LEVELS) {
      const reason = `Maximum of ${MAX_PARENT_LEVELS} levels of child-to-parent relationships exceeded`;
      throw this.source.refusal('MALFORMED_QUERY', reason, node);
    }
    return relationships.reduce<ReachedSource>(
      (reached, relationship) => this.#step(reached, relationship, node),
      { source: this.root, path: [] },
    );
  }

  /**
   * Makes the records of one object behind a polymorphic reference, or of no object in particular, reachable by a path of
   * their own: that of a branch of TYPEOF.
   */
  branch({ source, path }: ReachedSource, object?: ObjectSchema): readonly string[] {
    const branch = [...path.slice(0, -1), `${path.at(-1)}:${object?.name ?? ''}`];
    const key = branch.join('.');
    if (!object) this.#reached.set(key, source);
    else if (source.kind === 'name') this.#join(key, object, source.object.id);
    return branch;
  }

  /** A path of relationships as it is written, with an alias followed. */
  relationships(path: readonly string[]): readonly string[] {
    return this.#withoutAlias([...path, '']).slice(0, -1);
  }

  #step({ source, path }: ReachedSource, relationship: string, node: object): ReachedSource {
    const known = this.#reached.get([...path, relationship].join('.'));
    if (known) return { source: known, path: [...path, relationship] };
    const reference = source.object.parent(relationship);
    const followed = [...path, reference?.relationshipName ?? relationship];
    const parent = reference && this.#parent(source, reference, followed.join('.'));
    if (!parent) {
      throw this.source.refusal('INVALID_FIELD', noSuchRelationship(relationship, 'field path'), node);
    }
    return { source: parent, path: followed };
  }

  /** `undefined` where none of the referenced objects is in the catalog. */
  #parent(source: FieldSource, reference: FieldDefinition, key: string): FieldSource | undefined {
    const known = this.#reached.get(key);
    if (known) return known;
    const column =
      source.kind === 'name' ? source.object.column(reference) : (this.#column(source, reference) ?? NULL);
    const targets = (reference.referenceTo ?? [])
      .map((name) => this.catalog.get(name))
      .filter((target) => target !== undefined);
    const polymorphic = reference.namePointing === true || (reference.referenceTo?.length ?? 0) > 1;
    if (targets[0] === undefined) return undefined;
    if (!polymorphic) return this.#join(key, targets[0], column);
    const parent: FieldSource = { kind: 'name', object: new NameObject(column, targets) };
    this.use(targets);
    this.#reached.set(key, parent);
    return parent;
  }

  #join(key: string, object: ObjectSchema, id: SqlFragment): RecordSource {
    const known = this.#reached.get(key);
    if (known?.kind === 'record') return known;
    this.use([object]);
    if (this.#joins.length === MAX_RELATIONSHIPS) {
      throw this.source.refusal('MALFORMED_QUERY', `Maximum of ${MAX_RELATIONSHIPS} relationships exceeded`);
    }
    const table = identifier(`t${this.#joins.length + 1}`);
    const parent: RecordSource = { kind: 'record', object, table };
    this.#joins.push({ parent, id, demanded: false });
    this.#reached.set(key, parent);
    return parent;
  }

  /** The column of a field or, where it is none, what it is computed by. */
  #value(source: RecordSource, path: readonly string[], field: FieldDefinition): SqlFragment | undefined {
    const formula = this.catalog.formula?.(source.object, field);
    return formula ? this.#computed(formula, path) : this.#column(source, field);
  }

  #computed({ key, inputs }: FieldFormula, path: readonly string[]): SqlFragment {
    // A formula that leads back to itself has no value.
    if (this.#computing.has(key)) return NULL;
    this.#computing.add(key);
    const values = inputs.map((input) => this.#input(input, path));
    this.#computing.delete(key);
    return sql`formula(${joinSql([bind(key), ...values], ', ')})`;
  }

  /** What a formula computes with, whether or not the user sees it. */
  #input(input: readonly string[], path: readonly string[]): SqlFragment {
    const { source } = this.reach([...path, ...input.slice(0, -1)], {});
    const name = input.at(-1)!;
    if (source.kind === 'name') {
      const field = source.object.field(name);
      return field ? source.object.column(field) : NULL;
    }
    const field = source.object.field(name);
    if (!field) return sql`${source.table}.${identifier(name)}`;
    return this.#value(source, [...path, ...input.slice(0, -1)], field) ?? NULL;
  }

  #column(source: RecordSource, field: FieldDefinition): SqlFragment | undefined {
    if (field.type === 'address' || field.type === 'location') return undefined;
    if (!source.object.columns.includes(field)) return NULL;
    return sql`${source.table}.${identifier(field.name)}`;
  }

  #nameAliases(from: FromClause): void {
    if (from.alias) this.#aliases.set(from.alias.toLowerCase(), []);
    for (const related of from.related ?? []) {
      const path = this.relationships(related.path);
      this.reach(path, from);
      if (related.alias) this.#aliases.set(related.alias.toLowerCase(), path);
    }
  }

  /** An alias comes first, then a relationship; the object's own name may stand before its fields too. */
  #withoutAlias(path: readonly string[]): readonly string[] {
    const [first, ...rest] = path;
    if (first === undefined || rest.length === 0) return path;
    const aliased = this.#aliases.get(first.toLowerCase());
    if (aliased) return [...aliased, ...rest];
    const named = first.toLowerCase() === this.object.name.toLowerCase();
    return named && !this.object.parent(first) ? rest : path;
  }
}

function joinClause({ parent: { object, table }, id, demanded }: ParentJoin): SqlFragment {
  const joined = sql`JOIN ${identifier(object.name)} AS ${table} ON ${table}."Id" = ${id}`;
  return demanded ? joined : sql`LEFT ${joined}`;
}
