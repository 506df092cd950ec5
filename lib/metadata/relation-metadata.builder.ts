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
import { childRelationshipName, isApiName, parentRelationshipName } from './naming-strategy.js';
import { targetsOf } from './parent-targets.js';

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
      ...this.#parentTargets(property, fact),
    });
  }

  #parentTargets(property: string, fact: ParentFact): Pick<ParentMetadata, 'target' | 'alternatives'> {
    const named = once(() => this.#call(property, fact));
    const alternatives = once(() => this.#alternatives(property, fact, named()));
    const target = once(() => {
      const [first] = alternatives()?.values() ?? [];
      return first ?? this.#entity(property, fact, named());
    });
    return { target, alternatives };
  }

  #alternatives(
    property: string,
    fact: ParentFact,
    named: unknown,
  ): ReadonlyMap<string, EntityMetadata> | undefined {
    if (typeof named !== 'object' || named === null || fact.kind !== 'lookup') return undefined;
    const targets = Object.entries(named);
    const nameless = targets.find(([name]) => name === 'else' || !isApiName(name));
    if (targets.length > 0 && !nameless) {
      return new Map(targets.map(([name, target]) => [name, this.#entity(property, fact, target)]));
    }
    throw this.#invalid(
      property,
      nameless
        ? `'${nameless[0]}' is no name for one of the targets of ${decoratorOf(fact)}. Name it like the class.`
        : `the targets of ${decoratorOf(fact)} are none. Name them: () => ({ Account, Opportunity }).`,
    );
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
    const target = once(() => this.#entity(property, fact, this.#call(property, fact)));
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
    const parents = targetsOf(parent);
    // Compared by object, since several classes may map one: a subclass inherits the children of its base.
    if (!parents.some((entity) => entity.apiName.toLowerCase() === apiName.toLowerCase())) {
      const names = parents.map((entity) => entity.target.name).join(' or ');
      throw this.#invalid(
        property,
        `${child.target.name}.${fact.inverse} points to ${names}, not to ${target.name}. ` +
          'Name the property that points here.',
      );
    }
    return parent;
  }

  #entity(property: string, fact: ParentFact | ChildrenFact, target: unknown): EntityMetadata {
    if (target === undefined) {
      throw this.#invalid(property, `the target of ${decoratorOf(fact)} is undefined. ${CIRCULAR_IMPORT}`);
    }
    if (typeof target !== 'function') {
      throw this.#invalid(
        property,
        `the target of ${decoratorOf(fact)} is no class. Give a function that returns the class: () => Account.`,
      );
    }
    const entity = target as EntityClass;
    if (declarationOf(entity)?.sobject) return this.#context.resolve(entity);
    throw this.#invalid(
      property,
      `the target of ${decoratorOf(fact)}, ${entity.name}, carries no @SObject() of its own. ` +
        'Decorate it, or name an entity.',
    );
  }

  /** Reading a class that is declared further down its module, or in one still loading, is a ReferenceError. */
  #call(property: string, fact: ParentFact | ChildrenFact): unknown {
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
