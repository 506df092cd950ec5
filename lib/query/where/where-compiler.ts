import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type {
  ChildrenMetadata,
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from '../../metadata/entity-metadata.interface.js';
import { comparison, semiJoin } from '../../soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import { fromClause, soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import { isNeverJoined } from '../../soql/query-limits.js';
import { all, any, negation, type Predicate } from './condition-algebra.js';
import { compileFieldCondition } from './field-condition-compiler.js';
import { ParentPath } from '../select/parent-path.js';
import { isPlainData, knownKeysOf } from '../find/plain-data.js';
import { isNameField, NAME_RECORD } from '../polymorphic/name-record.js';
import { objectNameOf } from '../polymorphic/polymorphic-parent.js';
import { unknownProperty } from '../find/unknown-property.js';

/** The platform's limit of semi-joins and anti-joins in one condition. */
const MOST_JOINS = 2;

/**
 * The condition of a `where`. What is certain without asking (an empty `in`, an empty `OR`) is worked out through `AND`,
 * `OR` and `NOT`, so that the result is a condition, or the certainty that every or no record matches.
 *
 * @param name how messages call the entity. @default its class name
 * @throws InvalidQueryException naming entity and property, before anything is sent.
 */
export function compileWhere(entity: EntityMetadata, where: unknown, name?: string): Predicate {
  return new WhereCompiler(entity).compile(ParentPath.root(entity, name), where);
}

class WhereCompiler {
  readonly #root: EntityMetadata;
  #joins = 0;
  /** Why no join may stand where the compiler is; undefined where one may. */
  #joinBarrier: string | undefined;

  constructor(root: EntityMetadata) {
    this.#root = root;
  }

  compile(at: ParentPath, where: unknown): Predicate {
    if (!isPlainData(where)) {
      throw new InvalidQueryException(`${at.name}: a condition is an object of properties, AND, OR and NOT.`);
    }
    return all(Object.keys(where).map((key) => this.#entry(at, key, where[key])));
  }

  #entry(at: ParentPath, key: string, value: unknown): Predicate {
    if (value === undefined) {
      throw new InvalidQueryException(
        `${at.name}.${key} is undefined in a condition. Leave it out, or use null to find records without a value.`,
      );
    }
    if (key === 'AND') return all(this.#list(at, key, value));
    if (key === 'OR') return any(this.#behind('OR', () => this.#list(at, key, value)));
    if (key === 'NOT') return negation(this.#behind('NOT', () => this.compile(at, value)));
    return this.#property(at, key, value);
  }

  #list(at: ParentPath, key: string, value: unknown): readonly Predicate[] {
    if (!Array.isArray(value))
      throw new InvalidQueryException(`${at.name}: ${key} takes an array of conditions.`);
    return value.map((where) => this.compile(at, where));
  }

  #property(at: ParentPath, property: string, value: unknown): Predicate {
    const field = at.entity.fields.get(property);
    if (field) return this.#field(at, field, value);
    const parent = at.entity.parents.get(property);
    if (parent) return this.#parent(at, parent, value);
    const children = at.entity.children.get(property);
    if (children) return this.#children(at, children, value);
    throw unknownProperty(at.entity, property, at.name);
  }

  #field(at: ParentPath, field: FieldMetadata, value: unknown): Predicate {
    const name = `${at.name}.${field.property}`;
    if (at.entity === NAME_RECORD && field.property === 'type') {
      const parent = at.steps.at(-1)!;
      const translate = (type: unknown) => objectNameOf(parent, type, name);
      return compileFieldCondition({ field, path: at.field(field), name, translate }, value);
    }
    if (at.ofSeveralKinds && !isNameField(field)) {
      throw new InvalidQueryException(
        `${name}: a condition on a parent that may be of several kinds reaches what all of them have: id, name and a few more. Find these parents first and put their ids into an in.`,
      );
    }
    return compileFieldCondition({ field, path: at.field(field), name }, value);
  }

  #parent(at: ParentPath, parent: ParentMetadata, value: unknown): Predicate {
    const path = at.parent(parent);
    const condition = this.compile(path, value);
    if (!path.ofSeveralKinds || at.ofSeveralKinds) return condition;
    // The property holds a parent of one kind, and so does its condition.
    return all([comparison(path.type(), '=', stringLiteral(parent.target().apiName)), condition]);
  }

  #children(at: ParentPath, children: ChildrenMetadata, value: unknown): Predicate {
    const name = `${at.name}.${children.property}`;
    const quantified = knownKeysOf(value, ['some', 'none'], name);
    if (quantified.some === undefined && quantified.none === undefined) {
      throw new InvalidQueryException(`${name}: say whether some or none of the children match.`);
    }
    return all(
      Object.entries(quantified).map(([quantifier, where]) =>
        this.#join({ at, children, name, negated: quantifier === 'none' }, where),
      ),
    );
  }

  #join({ at, children, name, negated }: Join, where: unknown): Predicate {
    const child = children.target();
    const condition = this.#behind('a condition on children', () =>
      this.compile(ParentPath.root(child, name), where),
    );
    if (condition === false) return negated;
    this.#admitJoin(child, name);
    const query = soqlQuery({
      select: [selected(fieldPath(children.inverse().foreignKey.apiName))],
      from: fromClause(child.apiName),
      where: condition === true ? undefined : condition,
    });
    return semiJoin(joinedField(at, name), query, negated);
  }

  #admitJoin(child: EntityMetadata, name: string): void {
    const reason = this.#joinObstacle(child);
    if (reason === undefined) return;
    throw new InvalidQueryException(
      `${name}: ${reason}. Find the children first and put the ids into an in.`,
    );
  }

  #joinObstacle(child: EntityMetadata): string | undefined {
    if (this.#joinBarrier !== undefined) {
      return `the platform takes no condition on children inside ${this.#joinBarrier}`;
    }
    if (child.apiName === this.#root.apiName) {
      return `the platform takes no condition on children of the queried object's own kind, ${child.apiName}`;
    }
    if (isNeverJoined(child.apiName)) {
      return `the platform takes no condition on children that are ${child.apiName} records`;
    }
    this.#joins += 1;
    return this.#joins > MOST_JOINS
      ? `the platform takes no more than ${MOST_JOINS} conditions on children in one query`
      : undefined;
  }

  #behind<T>(barrier: string, compile: () => T): T {
    const outer = this.#joinBarrier;
    this.#joinBarrier = outer ?? barrier;
    try {
      return compile();
    } finally {
      this.#joinBarrier = outer;
    }
  }
}

interface Join {
  readonly at: ParentPath;
  readonly children: ChildrenMetadata;
  readonly name: string;
  readonly negated: boolean;
}

/** What the children point to, as a field of the queried object itself; the platform takes no path there. */
function joinedField({ entity, steps }: ParentPath, name: string): FieldPath {
  const [parent, further] = steps;
  if (further) {
    throw new InvalidQueryException(
      `${name}: the platform takes conditions on the children of the queried object and of its direct parents only. Find them first and put the ids into an in.`,
    );
  }
  return fieldPath((parent ? parent.foreignKey : entity.id).apiName);
}
