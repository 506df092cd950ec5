import type { InvalidEntityException } from '../exceptions/invalid-entity.exception.js';
import {
  declarationOf,
  decoratorOf,
  type ChildrenFact,
  type ParentFact,
  type PropertyDeclaration,
} from './entity-declaration.js';
import type {
  ChildrenMetadata,
  EntityClass,
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from './entity-metadata.interface.js';
import { CIRCULAR_IMPORT, invalidEntity } from './invalid-entity.js';
import { childRelationshipName, parentRelationshipName } from './naming-strategy.js';

/** Gives the metadata of a class that a relation names. @throws InvalidEntityException when it is no entity. */
export type EntityResolver = (target: EntityClass) => EntityMetadata;

interface RelationContext {
  readonly target: EntityClass;
  readonly apiName: string;
  readonly fields: ReadonlyMap<string, FieldMetadata>;
  readonly resolve: EntityResolver;
}

/**
 * Makes the relations of one entity. The classes they name are looked at on first use only, once: while an entity is
 * built, those it refers to may not be complete, and most refer back to it.
 */
export class RelationMetadataBuilder {
  readonly #context: RelationContext;

  constructor(context: RelationContext) {
    this.#context = context;
  }

  parents(declarations: readonly PropertyDeclaration<ParentFact>[]): ReadonlyMap<string, ParentMetadata> {
    const parents = new Map<string, ParentMetadata>();
    for (const declaration of declarations) {
      const parent = this.#parent(declaration);
      for (const other of parents.values()) this.#checkPair(parent, other);
      parents.set(parent.property, parent);
    }
    return parents;
  }

  children(
    declarations: readonly PropertyDeclaration<ChildrenFact>[],
  ): ReadonlyMap<string, ChildrenMetadata> {
    return new Map(declarations.map((declaration) => [declaration.property, this.#children(declaration)]));
  }

  #parent({ property, fact }: PropertyDeclaration<ParentFact>): ParentMetadata {
    const foreignKey = this.#foreignKey(property, fact);
    const relationshipName = fact.options.relationshipName ?? parentRelationshipName(foreignKey.apiName);
    if (!relationshipName) {
      throw this.#invalid(
        property,
        `no relationship name follows from the foreign key ${foreignKey.apiName}. Give the option relationshipName.`,
      );
    }
    return Object.freeze<ParentMetadata>({
      property,
      relationshipName,
      foreignKey,
      kind: fact.kind,
      target: once(() => this.#target(property, fact)),
    });
  }

  #foreignKey(property: string, fact: ParentFact): FieldMetadata {
    const { foreignKey } = fact;
    const field = this.#context.fields.get(foreignKey);
    if (field && field.type !== 'id') return field;
    throw this.#invalid(
      property,
      field
        ? `the record's own id cannot be the foreign key of ${decoratorOf(fact)}. Name another field.`
        : `the foreign key '${foreignKey}' is no field of ${this.#context.target.name}. ` +
            `Declare @Field() ${foreignKey}, or correct the name.`,
    );
  }

  /** Parents over one foreign key make a polymorphic lookup; anything else they share is a mistake. */
  #checkPair(one: ParentMetadata, other: ParentMetadata): void {
    if (one.foreignKey === other.foreignKey) {
      if (one.kind === 'lookup' && other.kind === 'lookup') return;
      throw this.#invalid(
        one.property,
        `the master-detail field ${one.foreignKey.apiName} is the foreign key of '${other.property}' as well; ` +
          'it has one parent only. Remove one of the two.',
      );
    }
    if (one.relationshipName.toLowerCase() !== other.relationshipName.toLowerCase()) return;
    throw this.#invalid(
      one.property,
      `the relationship ${one.relationshipName} is that of '${other.property}' already. ` +
        'Correct the foreign key or the option relationshipName.',
    );
  }

  #children({ property, fact }: PropertyDeclaration<ChildrenFact>): ChildrenMetadata {
    const target = once(() => this.#target(property, fact));
    const inverse = once(() => this.#inverse(property, fact, target()));
    const { relationshipName } = fact.options;
    const name = once(
      () => relationshipName ?? childRelationshipName(property, inverse().foreignKey.apiName),
    );
    return Object.freeze<ChildrenMetadata>({
      property,
      get relationshipName() {
        return name();
      },
      inverse,
      target,
    });
  }

  #inverse(property: string, fact: ChildrenFact, child: EntityMetadata): ParentMetadata {
    const { target, apiName } = this.#context;
    const parent = child.parents.get(fact.inverse);
    if (!parent) {
      throw this.#invalid(
        property,
        `${child.target.name} has no parent property '${fact.inverse}'. ` +
          `Declare @Lookup(() => ${target.name}, …) ${fact.inverse} there, or correct the name.`,
      );
    }
    const parentEntity = parent.target();
    // Compared by object, since several classes may map one: a subclass inherits the children of its base.
    if (parentEntity.apiName.toLowerCase() !== apiName.toLowerCase()) {
      throw this.#invalid(
        property,
        `${child.target.name}.${fact.inverse} points to ${parentEntity.target.name}, not to ${target.name}. ` +
          'Name the property that points here.',
      );
    }
    return parent;
  }

  #target(property: string, fact: ParentFact | ChildrenFact): EntityMetadata {
    const target = this.#call(property, fact);
    if (target === undefined) {
      throw this.#invalid(property, `the target of ${decoratorOf(fact)} is undefined. ${CIRCULAR_IMPORT}`);
    }
    if (typeof target !== 'function') {
      throw this.#invalid(
        property,
        `the target of ${decoratorOf(fact)} is no class. Give a function that returns the class: () => Account.`,
      );
    }
    if (declarationOf(target)?.sobject) return this.#context.resolve(target);
    throw this.#invalid(
      property,
      `the target of ${decoratorOf(fact)}, ${target.name}, carries no @SObject() of its own. ` +
        'Decorate it, or name an entity.',
    );
  }

  /** Reading a class that is declared further down its module, or in one still loading, is a ReferenceError. */
  #call(property: string, fact: ParentFact | ChildrenFact): EntityClass | null | undefined {
    try {
      return fact.target();
    } catch (cause) {
      const why =
        cause instanceof ReferenceError
          ? CIRCULAR_IMPORT
          : 'Give a function that returns the class: () => Account.';
      throw this.#invalid(property, `the target of ${decoratorOf(fact)} cannot be read. ${why}`, cause);
    }
  }

  #invalid(property: string, problem: string, cause?: unknown): InvalidEntityException {
    return invalidEntity(this.#context.target, property, problem, cause);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
