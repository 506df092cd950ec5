import { didYouMean } from '../../common/did-you-mean.js';
import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type {
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from '../../metadata/entity-metadata.interface.js';
import type { Expression, FieldPath } from '../../soql/ast/expression.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { FieldsExpansion, SelectedExpression, TypeofSelection } from '../../soql/ast/select-item.js';
import type { FromClause, SoqlQuery } from '../../soql/ast/soql-query.js';
import { parseSoqlWithPositions, type ParsedSoql } from '../../soql/parser/soql-parser.js';
import { queryErrorMessage } from '../../soql/query-error-message.js';
import { findLimitViolation, withoutAliases } from '../../soql/query-limits.js';
import type { FindPlan } from '../find/find-query.builder.js';
import { NAME_RECORD } from '../polymorphic/name-record.js';
import { sharesForeignKey } from '../polymorphic/polymorphic-parent.js';
import { ShapeBuilder } from './shape-builder.js';

/** A query that came as text, checked against the entity it is to give. */
export interface SoqlPlan {
  readonly plan: FindPlan;
  /** The text says ALL ROWS, for which the REST API has a resource of its own. */
  readonly allRows: boolean;
}

const ELSEWHERE = 'connection.soql gives raw records of any query';

/** Functions whose value comes under the name of their field. */
const DISPLAYS: ReadonlySet<string> = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY']);

/**
 * Reads a text and finds the property for everything it selects.
 *
 * @throws MalformedQueryException for a text that is no query.
 * @throws InvalidQueryException, with the place in the text, for what the entity does not map and what the platform does not run.
 */
export function buildSoqlPlan(entity: EntityMetadata, text: string): SoqlPlan {
  const parsed = parseSoqlWithPositions(text);
  const reader = new SelectReader(text, parsed);
  const { query } = parsed;
  if (query.from.sobject.toLowerCase() !== entity.apiName.toLowerCase()) {
    const reason = `${entity.target.name} is ${entity.apiName} in the org, and this reads '${query.from.sobject}'. ${ELSEWHERE}`;
    throw reader.refusal(query.from, reason);
  }
  const shape = reader.shape(entity, query);
  const violation = findLimitViolation(query);
  if (violation) throw reader.refusal(violation.node, violation.reason);
  const plan = {
    query: soqlQuery({ ...query, allRows: undefined }),
    shape,
    empty: query.limit === 0,
    skip: 0,
  };
  return { plan, allRows: query.allRows ?? false };
}

/** Reads the select lists of one text. */
class SelectReader {
  readonly #text: string;
  readonly #parsed: ParsedSoql;

  constructor(text: string, parsed: ParsedSoql) {
    this.#text = text;
    this.#parsed = parsed;
  }

  shape(entity: EntityMetadata, { select, from, groupBy }: SoqlQuery): EntityShape {
    const builder = new ShapeBuilder(entity);
    for (const item of select) {
      if (item.kind === 'expression' && !groupBy) this.#expression(builder, item, from);
      else if (item.kind === 'fields') selectGroup(builder, item);
      else if (item.kind === 'typeof') this.#kinds(builder, item, from);
      else if (item.kind === 'subquery') this.#children(builder, item.query);
      else throw this.#noEntity(item);
    }
    return builder.shape();
  }

  refusal(node: object, reason: string): InvalidQueryException {
    const offset = this.#parsed.positionOf(node) ?? 0;
    return new InvalidQueryException(queryErrorMessage(this.#text, offset, `${reason}.`).trimStart());
  }

  #expression(builder: ShapeBuilder, item: SelectedExpression, from: FromClause): void {
    const { field, isText } = displayed(item.expression);
    if (!field || item.alias !== undefined) throw this.#noEntity(item.expression);
    const path = withoutAliases(field, from);
    const at = this.#through(builder, path.slice(0, -1), field);
    const found = this.#fieldOf(at.entity, path.at(-1)!, field);
    if (at.has(found)) throw this.refusal(field, `${field.path.join('.')} is selected twice`);
    at.field(isText ? { ...found, type: 'string' } : found);
  }

  #through(builder: ShapeBuilder, relationships: readonly string[], node: object): ShapeBuilder {
    return relationships.reduce((at, name) => {
      const [parent, second] = parentsCalled(at.entity, name);
      if (second) {
        const reason = `${name} may be of several kinds, each with a property of its own: read it by TYPEOF`;
        throw this.refusal(node, reason);
      }
      if (parent) return at.parent(parent);
      const names = [...at.entity.parents.values()].map(({ relationshipName }) => relationshipName);
      throw this.#unmapped(at.entity, 'parent', name, names, node);
    }, builder);
  }

  #fieldOf(entity: EntityMetadata, name: string, node: object): FieldMetadata {
    const fields = [...entity.fields.values()];
    const field = fields.find(({ apiName }) => isSameName(apiName, name));
    if (field) return field;
    throw this.#unmapped(
      entity,
      'field',
      name,
      fields.map(({ apiName }) => apiName),
      node,
    );
  }

  #children(builder: ShapeBuilder, query: SoqlQuery): void {
    const { from } = query;
    const name = from.sobject.split('.').at(-1)!;
    const all = [...builder.entity.children.values()];
    const children = all.find(({ relationshipName }) => isSameName(relationshipName, name));
    if (children) return builder.children(children, this.shape(children.target(), query));
    const names = all.map(({ relationshipName }) => relationshipName);
    throw this.#unmapped(builder.entity, 'child relationship', name, names, from);
  }

  #kinds(builder: ShapeBuilder, { relationship, when, otherwise }: TypeofSelection, from: FromClause): void {
    const path = withoutAliases(relationship, from);
    const at = this.#through(builder, path.slice(0, -1), relationship);
    const parents = parentsCalled(at.entity, path.at(-1)!);
    for (const { sobject, fields } of when) {
      const kinds = parents.flatMap(kindsOf);
      const kind = kinds.find(({ entity }) => isSameName(entity.apiName, sobject));
      if (!kind) {
        const names = kinds.map(({ entity }) => entity.apiName);
        throw this.#unmapped(at.entity, `kind of ${path.at(-1)}`, sobject, names, relationship);
      }
      at.kind(kind.parent, this.#branch(kind.entity, fields), kind.tag);
    }
    if (!otherwise) return;
    const [parent] = parents;
    if (!parent || sharesForeignKey(at.entity, parent)) {
      throw this.refusal(relationship, `no property holds what ELSE reads of ${path.at(-1)}`);
    }
    for (const field of otherwise)
      at.parent(parent).field(this.#fieldOf(NAME_RECORD, field.path.at(-1)!, field));
  }

  #branch(entity: EntityMetadata, fields: readonly FieldPath[]): EntityShape {
    const builder = new ShapeBuilder(entity);
    for (const field of fields) {
      const at = this.#through(builder, field.path.slice(0, -1), field);
      at.field(this.#fieldOf(at.entity, field.path.at(-1)!, field));
    }
    return builder.shape();
  }

  #unmapped(
    { target }: EntityMetadata,
    what: string,
    name: string,
    known: readonly string[],
    node: object,
  ): InvalidQueryException {
    return this.refusal(
      node,
      `No property of ${target.name} maps the ${what} '${name}'.${didYouMean(name, known)} ${ELSEWHERE}`,
    );
  }

  #noEntity(node: object): InvalidQueryException {
    return this.refusal(
      node,
      `Aggregates, functions and aliases have no property of an entity to go to. query() groups and aggregates, and ${ELSEWHERE}`,
    );
  }
}

/** The field of `Name` and of `toLabel(Name)`, and whether its value comes as text. */
function displayed(expression: Expression): { readonly field?: FieldPath; readonly isText: boolean } {
  if (expression.kind === 'field') return { field: expression, isText: false };
  const name = expression.name.toUpperCase();
  const [argument] = expression.args;
  if (!DISPLAYS.has(name) || !argument) return { isText: false };
  if (argument.kind !== 'field' && argument.kind !== 'function') return { isText: false };
  const { field, isText } = displayed(argument);
  return { field, isText: isText || name === 'FORMAT' };
}

function selectGroup(builder: ShapeBuilder, { group }: FieldsExpansion): void {
  for (const field of builder.entity.fields.values()) {
    if (group === 'ALL' || field.custom === (group === 'CUSTOM')) builder.field(field);
  }
}

function parentsCalled(entity: EntityMetadata, name: string): readonly ParentMetadata[] {
  return [...entity.parents.values()].filter(({ relationshipName }) => isSameName(relationshipName, name));
}

interface Kind {
  readonly parent: ParentMetadata;
  readonly entity: EntityMetadata;
  readonly tag?: string;
}

function kindsOf(parent: ParentMetadata): readonly Kind[] {
  const alternatives = parent.alternatives();
  if (!alternatives) return [{ parent, entity: parent.target() }];
  return [...alternatives].map(([tag, entity]) => ({ parent, entity, tag }));
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
