import type { SObjectDefinition, SObjectSummary } from './sobject-definition.interface.js';

/** How definitions are read. */
export interface DescribeSourceOptions {
  readonly signal?: AbortSignal;
  /** Told how many definitions are there whenever one more is. */
  readonly onProgress?: (done: number) => void;
  /** Told of an object that the org lists and refuses to describe, which is then left out. @default the refusal is thrown */
  readonly onRefused?: (name: string, error: Error) => void;
}

/**
 * Where definitions of objects come from: an org, a snapshot of one, or files. An implementation asks for nothing before it
 * is asked, and for nothing twice that it knows to be as it was.
 */
export interface DescribeSource {
  /** The objects there are, cheaply. */
  list(): Promise<readonly SObjectSummary[]>;

  /**
   * The definitions of objects, in the order asked, as they come. Names are found in any case.
   *
   * @throws SalesforceConfigurationException for a name that no object has, before the first definition; the nearest names are told
   */
  describe(names: readonly string[], options?: DescribeSourceOptions): AsyncIterable<SObjectDefinition>;

  /** Calls made to the org so far. */
  readonly calls: number;
}
