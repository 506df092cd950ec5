import type {
  EntityShape,
  ParentAlternative,
  PolymorphicShape,
} from '../../hydration/entity-shape.interface.js';
import type {
  ChildrenMetadata,
  EntityMetadata,
  FieldMetadata,
  ParentMetadata,
} from '../../metadata/entity-metadata.interface.js';
import { NAME_RECORD } from '../polymorphic/name-record.js';

interface Kinds {
  readonly parent: ParentMetadata;
  readonly alternatives: Map<string, ParentAlternative>;
  otherwise?: ShapeBuilder;
}

/** Collects what a text selects of an entity, piece by piece. */
export class ShapeBuilder {
  readonly #fields = new Map<string, FieldMetadata>();
  readonly #parents = new Map<ParentMetadata, ShapeBuilder>();
  readonly #children = new Map<ChildrenMetadata, EntityShape>();
  readonly #kinds = new Map<ParentMetadata, Kinds>();

  constructor(readonly entity: EntityMetadata) {}

  has({ property }: FieldMetadata): boolean {
    return this.#fields.has(property);
  }

  field(field: FieldMetadata): void {
    this.#fields.set(field.property, field);
  }

  parent(parent: ParentMetadata): ShapeBuilder {
    // Without TYPEOF a polymorphic parent is what all kinds have in common.
    if (parent.alternatives()) return (this.#kindsOf(parent).otherwise ??= new ShapeBuilder(NAME_RECORD));
    const known = this.#parents.get(parent) ?? new ShapeBuilder(parent.target());
    this.#parents.set(parent, known);
    return known;
  }

  children(children: ChildrenMetadata, shape: EntityShape): void {
    this.#children.set(children, shape);
  }

  /** @param tag The name of that kind; none where the property holds one kind alone. */
  kind(parent: ParentMetadata, shape: EntityShape, tag?: string): void {
    this.#kindsOf(parent).alternatives.set(shape.entity.apiName.toLowerCase(), { tag, shape });
  }

  shape(): EntityShape {
    const polymorphic = [...this.#kinds.values()].map(polymorphicShape);
    return {
      entity: this.entity,
      fields: [...this.#fields.values()],
      parents: [...this.#parents].map(([parent, builder]) => ({
        property: parent.property,
        relationshipName: parent.relationshipName,
        shape: builder.shape(),
      })),
      children: [...this.#children].map(([{ property, relationshipName }, shape]) => ({
        property,
        relationshipName,
        shape,
      })),
      polymorphic: polymorphic.length > 0 ? polymorphic : undefined,
    };
  }

  #kindsOf(parent: ParentMetadata): Kinds {
    const known = this.#kinds.get(parent) ?? { parent, alternatives: new Map<string, ParentAlternative>() };
    this.#kinds.set(parent, known);
    return known;
  }
}

function polymorphicShape({ parent, alternatives, otherwise }: Kinds): PolymorphicShape {
  return {
    property: parent.property,
    relationshipName: parent.relationshipName,
    alternatives,
    otherwise: otherwise && { tag: 'else', shape: otherwise.shape() },
  };
}
