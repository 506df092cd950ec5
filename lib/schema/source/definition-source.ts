import type { DescribeSource, DescribeSourceOptions } from '../describe-source.interface.js';
import type { SObjectDefinition, SObjectSummary } from '../sobject-definition.interface.js';
import { findObjects } from './find-objects.js';

/** Definitions that are there already, or will be read once: of a snapshot, of describe files, of entities. */
export class DefinitionSource implements DescribeSource {
  readonly calls = 0;
  readonly #read: () => Promise<readonly SObjectDefinition[]>;
  readonly #label: string;
  #definitions: Promise<readonly SObjectDefinition[]> | undefined;

  /** @param label what the definitions are of, for messages: `the snapshot org.gz` */
  constructor(
    definitions: readonly SObjectDefinition[] | (() => Promise<readonly SObjectDefinition[]>),
    label: string,
  ) {
    this.#read = typeof definitions === 'function' ? definitions : async () => definitions;
    this.#label = label;
  }

  async list(): Promise<readonly SObjectSummary[]> {
    return this.#all();
  }

  async *describe(
    names: readonly string[],
    { signal, onProgress }: DescribeSourceOptions = {},
  ): AsyncGenerator<SObjectDefinition, void, undefined> {
    const found = findObjects(names, await this.#all(), this.#label);
    for (const [place, definition] of found.entries()) {
      signal?.throwIfAborted();
      onProgress?.(place + 1);
      yield definition;
    }
  }

  #all(): Promise<readonly SObjectDefinition[]> {
    this.#definitions ??= this.#read();
    return this.#definitions;
  }
}
