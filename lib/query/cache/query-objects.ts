import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { Condition } from '../../soql/ast/condition.js';
import type { Expression } from '../../soql/ast/expression.js';
import type { Literal } from '../../soql/ast/literal.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { fieldAtPath } from '../select/field-at-path.js';

/**
 * API names of the objects a query reads: those it selects from, and those its conditions and its order look at. Undefined
 * where it looks at something that the entities do not tell.
 */
export function queryObjects(query: SoqlQuery, shape: EntityShape): readonly string[] | undefined {
  const names = new ObjectNames();
  names.addShape(shape);
  names.addClauses(query, shape.entity);
  for (const item of query.select) {
    if (item.kind !== 'subquery') continue;
    const children = shape.children.find(
      ({ relationshipName }) => relationshipName === item.query.from.sobject,
    );
    names.addClauses(item.query, children?.shape.entity);
  }
  return names.complete ? [...names.found] : undefined;
}

class ObjectNames {
  readonly found = new Set<string>();
  complete = true;

  addShape({ entity, parents, children, polymorphic = [] }: EntityShape): void {
    this.found.add(entity.apiName);
    for (const { shape } of [...parents, ...children]) this.addShape(shape);
    for (const { alternatives, otherwise } of polymorphic) {
      for (const { shape } of alternatives.values()) this.addShape(shape);
      // A parent of any other kind may be anything.
      if (otherwise) this.complete = false;
    }
  }

  addClauses({ where, having, orderBy = [] }: SoqlQuery, entity: EntityMetadata | undefined): void {
    if (where) this.#addCondition(where, entity);
    if (having) this.#addCondition(having, entity);
    for (const { expression } of orderBy) this.#addExpression(expression, entity);
  }

  #addCondition(condition: Condition, entity: EntityMetadata | undefined): void {
    switch (condition.kind) {
      case 'and':
      case 'or':
        for (const one of condition.conditions) this.#addCondition(one, entity);
        break;
      case 'not':
        this.#addCondition(condition.condition, entity);
        break;
      case 'semi-join':
        this.found.add(condition.query.from.sobject);
        this.addClauses(condition.query, undefined);
        break;
      default:
        this.#addExpression(condition.left, entity);
    }
  }

  #addExpression(expression: Expression | Literal, entity: EntityMetadata | undefined): void {
    if (expression.kind === 'function') {
      for (const argument of expression.args) this.#addExpression(argument, entity);
    }
    // A field of the object itself says nothing new, whether it is mapped or not.
    if (expression.kind !== 'field' || expression.path.length === 1) return;
    const entities = entity && fieldAtPath(entity, expression.path)?.entities;
    if (!entities) this.complete = false;
    for (const { apiName } of entities ?? []) this.found.add(apiName);
  }
}
