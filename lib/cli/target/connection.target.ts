import { ConnectionDescribeSource } from '../../connection/describe/connection-describe-source.js';
import { DescribeReader } from '../../connection/describe/describe-reader.js';
import type { DescribeStore } from '../../connection/describe/describe-store.interface.js';
import { SalesforceConnection } from '../../connection/salesforce-connection.js';
import type { SalesforceConnectionOptions } from '../../connection/connection-options.interface.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';
import type { Target } from './target.interface.js';

interface ConnectionTargetDescription {
  readonly label: string;
  readonly options: SalesforceConnectionOptions;
  /** Where describes are kept. @default in memory, as long as the target is open */
  readonly store?: (connection: SalesforceConnection) => Promise<DescribeStore>;
  /** Closed together with the connection. */
  readonly close?: () => Promise<void>;
}

/** An org behind a connection. */
export class ConnectionTarget implements Target {
  readonly label: string;
  readonly keeps: boolean;
  readonly schema: DescribeSource;
  readonly #description: ConnectionTargetDescription;
  #connection: SalesforceConnection | undefined;
  #reader: Promise<DescribeReader> | undefined;

  constructor(description: ConnectionTargetDescription) {
    this.label = description.label;
    this.keeps = description.store !== undefined;
    this.schema = new ConnectionDescribeSource(() => this.describes());
    this.#description = description;
  }

  async connect(): Promise<SalesforceConnection> {
    this.#connection ??= new SalesforceConnection(this.label, this.#description.options);
    return this.#connection;
  }

  describes(): Promise<DescribeReader> {
    this.#reader ??= this.#openReader();
    return this.#reader;
  }

  async close(): Promise<void> {
    await this.#connection?.close();
    await this.#description.close?.();
  }

  async #openReader(): Promise<DescribeReader> {
    const connection = await this.connect();
    const store = await this.#description.store?.(connection);
    return new DescribeReader(connection, { store, label: this.label });
  }
}
