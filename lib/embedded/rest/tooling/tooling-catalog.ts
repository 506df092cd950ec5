import { ChildRelationship } from '../../catalog/child-relationship.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type {
  ChildRelationshipDefinition,
  SObjectSummary,
} from '../../../schema/sobject-definition.interface.js';
import { toolingObjects } from './tooling-objects.js';

/** The objects of the Tooling API, which lead on to the users of the org. */
export class ToolingCatalog implements ObjectCatalog {
  readonly #org: ObjectCatalog;
  readonly #objects: readonly ObjectSchema[] = toolingObjects();
  readonly #byName: ReadonlyMap<string, ObjectSchema>;
  readonly #byPrefix: ReadonlyMap<string, ObjectSchema>;

  constructor(org: ObjectCatalog) {
    this.#org = org;
    this.#byName = new Map(this.#objects.map((object) => [object.name.toLowerCase(), object]));
    this.#byPrefix = new Map(this.#objects.map((object) => [object.keyPrefix, object]));
  }

  /** An object of the Tooling API itself. */
  own(name: string): ObjectSchema | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  get(name: string): ObjectSchema | undefined {
    return this.own(name) ?? this.#org.get(name);
  }

  byKeyPrefix(prefix: string): ObjectSchema | undefined {
    return this.#byPrefix.get(prefix) ?? this.#org.byKeyPrefix(prefix);
  }

  all(): readonly ObjectSchema[] {
    return this.#objects;
  }

  summaries(): readonly SObjectSummary[] {
    return this.#objects.map(({ definition }) => definition);
  }

  describedChildren(parent: ObjectSchema): readonly ChildRelationshipDefinition[] {
    return this.#objects.flatMap((child) =>
      child.fields
        .filter(({ referenceTo = [] }) => referenceTo.includes(parent.name))
        .map((field) => ({
          childSObject: child.name,
          field: field.name,
          relationshipName: field.childRelationshipName ?? null,
        })),
    );
  }

  children(parent: ObjectSchema): readonly ChildRelationship[] {
    return this.describedChildren(parent).map(
      (definition) => new ChildRelationship(definition, (name) => this.get(name)),
    );
  }

  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined {
    const wanted = relationshipName.toLowerCase();
    return this.children(parent).find(({ name }) => name?.toLowerCase() === wanted);
  }
}
