import { InvalidEntityException } from '../exceptions/invalid-entity.exception.js';
import { EntityMetadataBuilder } from './entity-metadata.builder.js';
import type { EntityClass, EntityMetadata } from './entity-metadata.interface.js';
import { CIRCULAR_IMPORT } from './invalid-entity.js';
import { verifyRelations } from './relation-verifier.js';

/** The entities of one connection, built once each with that connection's namespace. */
export class EntityMetadataStorage {
  readonly #builder: EntityMetadataBuilder;
  readonly #entities = new Map<EntityClass, EntityMetadata>();
  readonly #verified = new Set<EntityMetadata>();

  /** @param namespace Prefix of custom names, for entities that do not state their own. */
  constructor(namespace?: string) {
    this.#builder = new EntityMetadataBuilder(namespace, (target) => this.get(target));
  }

  /**
   * The metadata of an entity; its relations are not followed yet.
   *
   * @throws InvalidEntityException when the class itself is declared wrongly.
   */
  get(target: EntityClass): EntityMetadata {
    const known = this.#entities.get(target);
    if (known) return known;
    if (typeof target !== 'function') throw new InvalidEntityException(noClass(target));
    const metadata = this.#builder.build(target);
    this.#entities.set(target, metadata);
    return metadata;
  }

  /**
   * Like {@link get}, and checks every relation that leads on from the entity, however far: what `register` accepts holds
   * no surprises at run time.
   *
   * @throws InvalidEntityException when the class, or one its relations lead to, is declared wrongly.
   */
  register(target: EntityClass): EntityMetadata {
    const metadata = this.get(target);
    const reached = new Set([metadata]);
    for (const entity of reached) {
      if (this.#verified.has(entity)) continue;
      for (const related of verifyRelations(entity)) reached.add(related);
    }
    for (const entity of reached) this.#verified.add(entity);
    return metadata;
  }

  /** Every entity met so far: those asked for, and those that relations led to. */
  all(): readonly EntityMetadata[] {
    return [...this.#entities.values()];
  }
}

function noClass(target: unknown): string {
  return target === undefined
    ? `An entity is undefined. ${CIRCULAR_IMPORT}`
    : `An entity is a class that carries @SObject(), not ${target === null ? 'null' : `a value of type ${typeof target}`}.`;
}
