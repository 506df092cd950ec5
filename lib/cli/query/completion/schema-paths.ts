import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import { withoutAliases } from '../../../soql/query-limits.js';
import type { CompletionCatalog } from './completion-catalog.js';
import type { QueryScope } from './query-scope.js';

/** The object whose records all parents have in common that are of several objects. */
const NAME = 'Name';

/** Finds in a catalog what the names in a query stand for. */
export class SchemaPaths {
  readonly #catalog: CompletionCatalog;

  constructor(catalog: CompletionCatalog) {
    this.#catalog = catalog;
  }

  /** The object that a query asks for. */
  async objectOf(scope: QueryScope): Promise<SObjectDefinition | undefined> {
    const name = scope.fromClause?.sobject;
    if (name === undefined) return undefined;
    if (scope.role !== 'children') return this.#catalog.object(name);
    const parent = await this.parentOf(scope);
    const relation = parent?.childRelationships?.find((child) => isSame(child.relationshipName, name));
    return relation && this.#catalog.object(relation.childSObject);
  }

  /** The object that the query around a query asks for. */
  async parentOf({ parent }: QueryScope): Promise<SObjectDefinition | undefined> {
    return parent && this.objectOf(parent);
  }

  /** The object that parents lead to, by the names of their relationships. */
  async follow(
    from: SObjectDefinition,
    relationships: readonly string[],
  ): Promise<SObjectDefinition | undefined> {
    let object: SObjectDefinition | undefined = from;
    for (const name of relationships) {
      const targets: readonly string[] = (object && relation(object, name)?.referenceTo) ?? [];
      const target = targets.length > 1 ? NAME : targets[0];
      object = target === undefined ? undefined : await this.#catalog.object(target);
    }
    return object;
  }

  /** A field by its path from a query. */
  async field(scope: QueryScope, path: readonly string[]): Promise<FieldDefinition | undefined> {
    const base = await this.objectOf(scope);
    if (!base) return undefined;
    const names = relativePath(scope, path);
    const owner = await this.follow(base, names.slice(0, -1));
    return owner?.fields.find(({ name }) => isSame(name, names.at(-1)));
  }
}

/** A path without the alias or the name of the object that it may begin with. */
export function relativePath(scope: QueryScope, path: readonly string[]): readonly string[] {
  const { fromClause } = scope;
  return fromClause ? withoutAliases({ kind: 'field', path }, fromClause) : path;
}

/** The reference whose relationship has the name. */
export function relation(object: SObjectDefinition, name: string): FieldDefinition | undefined {
  return object.fields.find((field) => isSame(field.relationshipName, name));
}

function isSame(one: string | null | undefined, other: string | undefined): boolean {
  return one != null && one.toLowerCase() === other?.toLowerCase();
}
