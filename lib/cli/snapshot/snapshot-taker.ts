import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { selectObjects } from '../../codegen/selection/object-selection.js';
import type { DescribeReader } from '../../connection/describe/describe-reader.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { SnapshotWriter } from '../../schema/snapshot/snapshot-writer.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { sobjectFromDescribe } from '../../schema/sobject-from-describe.js';
import { findObjects } from '../../schema/source/find-objects.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import type { CommandContext } from '../command-context.interface.js';
import { ProgressBar } from '../output/progress-bar.js';
import type { Target } from '../target/target.interface.js';
import { withProgress } from '../target/with-progress.js';
import { type RecordQuery, recordQuery } from './record-query.js';

/** What a snapshot is to hold. */
export interface SnapshotWishes {
  /** Names and patterns of objects; none for all of them. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly queries: readonly SoqlQuery[];
}

/** What a snapshot holds, and what it cost. */
export interface SnapshotSummary {
  readonly file: string;
  readonly bytes: number;
  readonly objects: number;
  readonly records: Readonly<Record<string, number>>;
  /** Calls that were made to the org. */
  readonly calls: number;
}

/** Takes a snapshot of what a command talks to: all of it or, when that fails, no file. */
export class SnapshotTaker {
  readonly #target: Target;
  readonly #context: CommandContext;
  #pages = 0;

  constructor(target: Target, context: CommandContext) {
    this.#target = target;
    this.#context = context;
  }

  async take(file: string, wishes: SnapshotWishes): Promise<SnapshotSummary> {
    const connection = await this.#target.connect();
    const reader = await this.#target.describes();
    const names = await this.#select(wishes);
    const path = resolve(this.#context.cwd, file);
    const writer = await this.#create(path, connection);
    const records: Record<string, number> = {};
    try {
      const queried = await this.#describe(reader, names, wishes, writer);
      for (const query of queried) {
        records[query.sobject] =
          (records[query.sobject] ?? 0) + (await this.#read(connection, query, writer));
      }
      await writer.close();
    } catch (error) {
      await writer.abort();
      throw error;
    }
    const { size } = await stat(path);
    return { file, bytes: size, objects: writer.objects, records, calls: reader.calls + this.#pages };
  }

  /** The objects that are asked for, and those whose records are. */
  async #select({ include, exclude, queries }: SnapshotWishes): Promise<readonly string[]> {
    // Of a file, the objects it has: those that an embedded org has beside them are not the org's that it was taken of.
    const listed = await this.#target.schema.list();
    const all = listed.map(({ name }) => name);
    const chosen = selectObjects(all, { include: include.length > 0 ? include : ['*'], exclude });
    const queried = findObjects(
      queries.map(({ from }) => from.sobject),
      listed,
      this.#target.label,
    );
    const wanted = new Set([...chosen, ...queried.map(({ name }) => name)]);
    return all.filter((name) => wanted.has(name));
  }

  async #create(path: string, connection: SalesforceConnection): Promise<SnapshotWriter> {
    const { organization } = await connection.sessionOwner();
    const header = {
      createdAt: new Date().toISOString(),
      apiVersion: connection.apiVersion,
      ...(organization.startsWith('00D') && { organization: { id: organization } }),
    };
    return SnapshotWriter.create(path, header);
  }

  /** Writes the objects, and gives the queries in terms of them. */
  async #describe(
    reader: DescribeReader,
    names: readonly string[],
    { include, queries }: SnapshotWishes,
    writer: SnapshotWriter,
  ): Promise<readonly RecordQuery[]> {
    const wanted = new Set(queries.map(({ from }) => from.sobject.toLowerCase()));
    const named = [...include, ...wanted];
    const definitions = new Map<string, SObjectDefinition>();
    for await (const describe of withProgress(reader, names, this.#target, this.#context, named)) {
      const key = describe.name.toLowerCase();
      if (wanted.has(key)) definitions.set(key, sobjectFromDescribe(describe));
      await writer.describe(describe);
    }
    return queries.map((query) => recordQuery(query, definitions.get(query.from.sobject.toLowerCase())!));
  }

  /** Writes the records of a query, a page at a time, and gives their number. */
  async #read(
    connection: SalesforceConnection,
    { sobject, fields, soql }: RecordQuery,
    writer: SnapshotWriter,
  ): Promise<number> {
    const bar = new ProgressBar(this.#context, { label: `Reading ${sobject}` });
    let count = 0;
    try {
      for await (const { records, totalSize } of connection.pages<WireRecord>(soql, {
        signal: this.#context.stopped,
      })) {
        this.#pages++;
        count += records.length;
        bar.update(count, { total: totalSize });
        if (records.length === 0) continue;
        await writer.records({
          sobject,
          fields,
          rows: records.map((record) => fields.map((name) => record[name])),
        });
      }
      return count;
    } finally {
      bar.end();
    }
  }
}
