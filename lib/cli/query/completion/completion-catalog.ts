import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';

/** What completion knows of an org. It asks once for each thing, and goes without what it does not get. */
export class CompletionCatalog {
  readonly #source: DescribeSource;
  readonly #objects = new Map<string, Promise<SObjectDefinition | undefined>>();
  #names: Promise<readonly string[]> | undefined;

  constructor(source: DescribeSource) {
    this.#source = source;
  }

  /** The objects that can be queried. */
  async objectNames(): Promise<readonly string[]> {
    return (this.#names ??= this.#list());
  }

  /** @param name in any case; undefined for one that no object has */
  async object(name: string): Promise<SObjectDefinition | undefined> {
    const key = name.toLowerCase();
    const known = this.#objects.get(key) ?? this.#describe(name);
    this.#objects.set(key, known);
    return known;
  }

  async #list(): Promise<readonly string[]> {
    try {
      const objects = await this.#source.list();
      return objects.filter(({ queryable }) => queryable).map(({ name }) => name);
    } catch {
      this.#names = undefined;
      return [];
    }
  }

  async #describe(name: string): Promise<SObjectDefinition | undefined> {
    try {
      for await (const definition of this.#source.describe([name])) return definition;
    } catch {
      this.#objects.delete(name.toLowerCase());
    }
    return undefined;
  }
}
