import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import type { EntityMetadata, FieldMetadata, ParentMetadata } from '../metadata/entity-metadata.interface.js';
import { fieldPath } from '../soql/ast/factories/expression.factory.js';
import type { FieldPath } from '../soql/ast/expression.js';

/** The platform's limit of relationships in one path. */
const MOST_LEVELS = 5;

/** Where a piece of a query stands: an entity reached from the queried one through parents. */
export class ParentPath {
  private constructor(
    readonly entity: EntityMetadata,
    /** How messages call it: `Contact.account.owner`. */
    readonly name: string,
    /** The relations that lead here. */
    readonly steps: readonly ParentMetadata[],
  ) {}

  static root(entity: EntityMetadata, name = entity.target.name): ParentPath {
    return new ParentPath(entity, name, []);
  }

  /** @throws InvalidQueryException beyond the platform's limit. */
  parent(parent: ParentMetadata): ParentPath {
    const name = `${this.name}.${parent.property}`;
    if (this.steps.length === MOST_LEVELS) {
      throw new InvalidQueryException(
        `${name} is more than ${MOST_LEVELS} parents away, which is as far as a query reaches. Read the nearer records first.`,
      );
    }
    return new ParentPath(parent.target(), name, [...this.steps, parent]);
  }

  field(field: FieldMetadata): FieldPath {
    return this.to(field.apiName);
  }

  /** The path of a field by its API name. */
  to(apiName: string): FieldPath {
    const [first, ...rest] = [...this.steps.map((step) => step.relationshipName), apiName];
    return fieldPath(first as string, ...rest);
  }
}
