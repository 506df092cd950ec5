import type { DescribeReader } from '../../connection/describe/describe-reader.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';
import { readOrgSchema } from '../../schema/snapshot/org-schema.js';
import { DefinitionSource } from '../../schema/source/definition-source.js';
import { ConnectionTarget } from './connection.target.js';
import type { Target } from './target.interface.js';

/** A snapshot, or describes in files: the schema is read from them, and an embedded org made of them where one is needed. */
export class FileTarget implements Target {
  readonly label: string;
  readonly keeps = false;
  readonly schema: DescribeSource;
  readonly #path: string;
  #org: Promise<ConnectionTarget> | undefined;

  constructor(notation: string, path: string) {
    this.label = notation;
    this.#path = path;
    this.schema = new DefinitionSource(async () => (await readOrgSchema(path)).definitions, notation);
  }

  async connect(): Promise<SalesforceConnection> {
    const org = await this.#opened();
    return org.connect();
  }

  async describes(): Promise<DescribeReader> {
    const org = await this.#opened();
    return org.describes();
  }

  async close(): Promise<void> {
    const org = await this.#org?.catch(() => undefined);
    await org?.close();
  }

  #opened(): Promise<ConnectionTarget> {
    this.#org ??= this.#open();
    return this.#org;
  }

  async #open(): Promise<ConnectionTarget> {
    const { EmbeddedOrg } = await import('../../embedded/embedded-org.js');
    const org = await EmbeddedOrg.create({ snapshot: this.#path });
    return new ConnectionTarget({ label: this.label, options: { embedded: org }, close: () => org.close() });
  }
}
