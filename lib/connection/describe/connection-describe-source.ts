import type { DescribeSource, DescribeSourceOptions } from '../../schema/describe-source.interface.js';
import type { SObjectDefinition, SObjectSummary } from '../../schema/sobject-definition.interface.js';
import { sobjectFromDescribe } from '../../schema/sobject-from-describe.js';
import type { DescribeReader } from './describe-reader.js';

/** The objects of an org behind a connection. */
export class ConnectionDescribeSource implements DescribeSource {
  readonly #open: () => Promise<DescribeReader>;
  #reader: DescribeReader | undefined;

  /** @param reader the reader, or what makes it: with the first use */
  constructor(reader: DescribeReader | (() => Promise<DescribeReader>)) {
    this.#open = typeof reader === 'function' ? reader : async () => reader;
  }

  get calls(): number {
    return this.#reader?.calls ?? 0;
  }

  async list(): Promise<readonly SObjectSummary[]> {
    const reader = await this.#opened();
    const { sobjects } = await reader.list();
    return sobjects.map((sobject) => {
      const {
        fields: _fields,
        childRelationships: _children,
        ...summary
      } = sobjectFromDescribe({
        ...sobject,
        fields: [],
        childRelationships: [],
      });
      return summary;
    });
  }

  async *describe(
    names: readonly string[],
    options?: DescribeSourceOptions,
  ): AsyncGenerator<SObjectDefinition, void, undefined> {
    const reader = await this.#opened();
    for await (const describe of reader.describe(names, options)) yield sobjectFromDescribe(describe);
  }

  async #opened(): Promise<DescribeReader> {
    this.#reader ??= await this.#open();
    return this.#reader;
  }
}
