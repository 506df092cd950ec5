import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type {
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from '../../metadata/entity-metadata.interface.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import { NAME_RECORD } from '../polymorphic/name-record.js';
import { sharesForeignKey } from '../polymorphic/polymorphic-parent.js';

/** The platform's limit of relationships in one path. */
const MOST_LEVELS = 5;

/**
 * Where a piece of a query stands: an entity reached from the queried one through parents. Paths are made once for an
 * entity and kept with it, since every query walks the same few.
 */
export class ParentPath {
  static readonly #roots = new WeakMap<EntityMetadata, ParentPath>();

  readonly #parents = new Map<EntityMetadata, Map<ParentMetadata, ParentPath>>();
  readonly #fields = new Map<FieldMetadata, FieldPath>();

  private constructor(
    readonly entity: EntityMetadata,
    /** How messages call it: `Contact.account.owner`. */
    readonly name: string,
    /** The relations that lead here. */
    readonly steps: readonly ParentMetadata[],
    /** Whether what stands here may also be of another kind, which another property holds. */
    readonly ofSeveralKinds: boolean,
  ) {}

  static root(entity: EntityMetadata, name?: string): ParentPath {
    if (name !== undefined) return new ParentPath(entity, name, [], false);
    const known = this.#roots.get(entity);
    if (known) return known;
    const root = new ParentPath(entity, entity.target.name, [], false);
    this.#roots.set(entity, root);
    return root;
  }

  /**
   * @param as The entity to see in a polymorphic parent. @default what the parent is
   * @throws InvalidQueryException beyond the platform's limit.
   */
  parent(parent: ParentMetadata, as = parent.alternatives() ? NAME_RECORD : parent.target()): ParentPath {
    const known = this.#parents.get(as)?.get(parent);
    if (known) return known;
    const name = `${this.name}.${parent.property}`;
    if (this.steps.length === MOST_LEVELS) {
      throw new InvalidQueryException(
        `${name} is more than ${MOST_LEVELS} parents away, which is as far as a query reaches. Read the nearer records first.`,
      );
    }
    const ofSeveralKinds = this.ofSeveralKinds || sharesForeignKey(this.entity, parent);
    const path = new ParentPath(as, name, [...this.steps, parent], ofSeveralKinds);
    const paths = this.#parents.get(as) ?? new Map<ParentMetadata, ParentPath>();
    this.#parents.set(as, paths.set(parent, path));
    return path;
  }

  field(field: FieldMetadata): FieldPath {
    const known = this.#fields.get(field);
    if (known) return known;
    const path = this.#through(field.apiName);
    this.#fields.set(field, path);
    return path;
  }

  /** The object of what stands here, where it may be of several kinds. */
  type(): FieldPath {
    return this.#through('Type');
  }

  /** The relationship itself, as TYPEOF takes it; only of a path that leads through a parent. */
  relationship(): FieldPath {
    const [first, ...rest] = this.steps.map((step) => step.relationshipName);
    return fieldPath(first as string, ...rest);
  }

  #through(apiName: string): FieldPath {
    const [first, ...rest] = [...this.steps.map((step) => step.relationshipName), apiName];
    return fieldPath(first as string, ...rest);
  }
}
