import { ChildRelationship } from '../../catalog/child-relationship.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { PermissionSet } from './permission-set.js';

/** The org's objects as one user sees them: an object or a field that is not to be seen is not there. */
export class VisibleCatalog implements ObjectCatalog {
  readonly #catalog: ObjectCatalog;
  readonly #permissions: PermissionSet;
  readonly #kept: (object: ObjectSchema) => boolean;

  /** @param kept whether the sharing of an object keeps records from those who do not own them */
  constructor(catalog: ObjectCatalog, permissions: PermissionSet, kept: (object: ObjectSchema) => boolean) {
    this.#catalog = catalog;
    this.#permissions = permissions;
    this.#kept = kept;
  }

  get(name: string): ObjectSchema | undefined {
    return this.#seen(this.#catalog.get(name));
  }

  byKeyPrefix(prefix: string): ObjectSchema | undefined {
    return this.#seen(this.#catalog.byKeyPrefix(prefix));
  }

  all(): readonly ObjectSchema[] {
    return this.#catalog.all().flatMap((object) => this.#seen(object) ?? []);
  }

  children(parent: ObjectSchema): readonly ChildRelationship[] {
    return this.#catalog.children(parent).flatMap(({ definition }) => {
      const seen = this.get(definition.childSObject)?.field(definition.field);
      return seen ? [new ChildRelationship(definition, (name) => this.get(name))] : [];
    });
  }

  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined {
    const wanted = relationshipName.toLowerCase();
    return this.children(parent).find(({ name }) => name?.toLowerCase() === wanted);
  }

  isPrivate(object: ObjectSchema): boolean {
    return this.#kept(object) && !this.#permissions.overrides('viewAll', object);
  }

  #seen(object: ObjectSchema | undefined): ObjectSchema | undefined {
    return object && this.#permissions.seen(object);
  }
}
