import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoql } from '../../../soql/parser/soql-parser.js';
import { type DataFormat, dataFileName } from '../data-file.js';
import type { DataManifest, ExportedObject } from '../data-manifest.interface.js';
import { MANIFEST_FORMAT, MANIFEST_VERSION } from '../data-manifest.reader.js';
import { isRefusal } from '../is-refusal.js';
import { knownObjectOf } from '../known-records.js';
import { loadOrder } from '../load-order.js';
import { readOrgIdentity } from '../org-identity.js';
import { ownText } from '../own-text.js';
import { portions, valuesQuery } from '../values-query.js';
import type { ExportFolder } from './export-folder.js';
import type { ExportSelection } from './export-selection.js';
import { exportedColumns } from './exported-columns.js';
import { KnownRecordReader } from './known-record-reader.js';
import { ObjectExport, type ObjectExportOptions } from './object-export.js';
import type { ExportRow, RecordRows } from './record-rows.js';
import type { RelatedObjects } from './related-objects.js';

export interface ExporterDependencies {
  readonly connection: SalesforceConnection;
  readonly schema: DescribeSource;
  readonly rows: RecordRows;
  readonly folder: ExportFolder;
  readonly related: RelatedObjects;
}

export interface ExporterOptions {
  readonly format: DataFormat;
  readonly createable: boolean;
  /** How many steps are taken from the selected records to those that refer to them, and to those they refer to. */
  readonly depth: { readonly children: number; readonly parents: number };
  /** Where the records come from, for the manifest. */
  readonly label: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** @param total as far as it is known */
  readonly onProgress?: (object: string, records: number, total: number | undefined) => void;
}

/**
 * Exports the records of selections, and those related to them: first the children, step by step, then the parents of all that
 * was found. No record is written twice.
 */
export class Exporter {
  readonly #deps: ExporterDependencies;
  readonly #options: ExporterOptions;
  readonly #objects = new Map<string, ObjectExport>();
  readonly #parents = new Map<string, Set<string>>();
  /** Objects that were tried and refused. */
  readonly #unreadable = new Set<string>();
  readonly #known: KnownRecordReader;
  readonly #notes: string[] = [];
  #records = 0;

  constructor(deps: ExporterDependencies, options: ExporterOptions) {
    this.#deps = deps;
    this.#options = options;
    this.#known = new KnownRecordReader(deps.connection);
  }

  /** @param optional objects that were not asked for by name, and are left out when they cannot be read */
  async run(selections: readonly ExportSelection[], optional: ReadonlySet<string>): Promise<DataManifest> {
    const { children, parents } = this.#options.depth;
    try {
      for (const { definition, columns, query } of selections) {
        const same = selections.filter((other) => other.definition.name === definition.name);
        const whole = same.length === 1 && same.every((other) => other.whole);
        const repeats = !whole && (same.length > 1 || children + parents > 0);
        const object = this.#open({ definition, columns, whole, repeats, selected: true });
        if (optional.has(definition.name)) await this.#readOptional(object, query);
        else await this.#read(object, query);
        // Files of hundreds of objects need not be open all at once.
        if (same.length === 1 && children + parents === 0) await object.close();
      }
      for (let step = 0; step < children; step++) await this.#followChildren();
      for (let step = 0; step < parents; step++) await this.#followParents();
    } catch (error) {
      await Promise.allSettled([...this.#objects.values()].map((object) => object.close()));
      throw error;
    }
    for (const object of this.#objects.values()) await object.close();
    return this.#manifest();
  }

  #open({ definition, columns, ...more }: OpenedObject): ObjectExport {
    const { name } = definition;
    const opened = this.#objects.get(name);
    opened?.requireColumns(columns);
    if (opened) return opened;
    const { format } = this.#options;
    const file = dataFileName(name, format);
    const path = this.#deps.folder.fileAt(file);
    const object = new ObjectExport({ definition, columns, file, path, format, ...more });
    this.#objects.set(name, object);
    return object;
  }

  /** What was not asked for by name is left out when it cannot be read. */
  async #readOptional(object: ObjectExport, query: SoqlQuery): Promise<void> {
    const { name } = object.definition;
    try {
      await this.#read(object, query);
    } catch (error) {
      if (!isRefusal(error) || object.records > 0) throw error;
      this.#notes.push(`${name}: left out, as it cannot be read: ${lastLine(error.message)}`);
      await object.close();
      this.#objects.delete(name);
      this.#unreadable.add(name);
    }
  }

  /** Writes what a query finds of an object. */
  async #read(object: ObjectExport, query: SoqlQuery): Promise<void> {
    const { signal, onProgress } = this.#options;
    const before = this.#records;
    let total: number | undefined;
    for await (const row of this.#deps.rows.of(query, object.columns, (count) => (total = count))) {
      signal?.throwIfAborted();
      if (!(await object.write(row))) continue;
      this.#noteReferences(object, row);
      onProgress?.(object.definition.name, ++this.#records, total && before + total);
    }
  }

  #noteReferences({ references }: ObjectExport, row: ExportRow): void {
    for (const { place, field } of references) {
      const text = row[place];
      if (typeof text !== 'string') continue;
      const id = ownText(text);
      const known = knownObjectOf(field, id);
      if (known !== undefined) this.#known.want(known, id);
      if (this.#options.depth.parents === 0) continue;
      const parent = this.#deps.related.parentOf(field, id);
      if (parent === undefined || this.#objects.get(parent)?.has(id)) continue;
      const wanted = this.#parents.get(parent) ?? new Set();
      this.#parents.set(parent, wanted.add(id));
    }
  }

  /** One step to the records that refer to those of the step before. */
  async #followChildren(): Promise<void> {
    const steps = [...this.#objects.values()].flatMap((object) => {
      const fresh = object.takeFresh();
      if (fresh.length === 0) return [];
      return this.#deps.related
        .childLinks(object.definition)
        .map(({ child, field }) => ({ child, field, fresh }));
    });
    const children = await this.#definitions(new Set(steps.map(({ child }) => child)));
    for (const { child, field, fresh } of steps) {
      const definition = children.get(child)!;
      if (!definition.fields.some(({ name, createable }) => name === field && createable)) continue;
      const queries =
        fresh === 'all'
          ? [parseSoql(`SELECT Id FROM ${child} WHERE ${field} != null`)]
          : Array.from(portions(fresh), (ids) => valuesQuery(child, ['Id'], field, ids));
      await this.#readRelated(definition, queries);
    }
  }

  /** One step to the records that those found so far refer to. */
  async #followParents(): Promise<void> {
    const wanted = [...this.#parents];
    this.#parents.clear();
    const parents = await this.#definitions(new Set(wanted.map(([name]) => name)));
    for (const [name, ids] of wanted) {
      const missing = [...ids].filter((id) => !this.#objects.get(name)?.has(id));
      const queries = Array.from(portions(missing), (some) => valuesQuery(name, ['Id'], 'Id', some));
      await this.#readRelated(parents.get(name)!, queries);
    }
  }

  async #readRelated(definition: SObjectDefinition, queries: readonly SoqlQuery[]): Promise<void> {
    const { name } = definition;
    for (const query of queries) {
      const opened = this.#objects.get(name);
      if (opened?.whole || this.#unreadable.has(name)) return;
      const { columns } = exportedColumns(definition, this.#options.createable);
      await this.#readOptional(
        opened ?? this.#open({ definition, columns, whole: false, repeats: true, selected: false }),
        query,
      );
    }
  }

  async #definitions(names: ReadonlySet<string>): Promise<ReadonlyMap<string, SObjectDefinition>> {
    const definitions = new Map<string, SObjectDefinition>();
    if (names.size === 0) return definitions;
    const { signal } = this.#options;
    for await (const each of this.#deps.schema.describe([...names], { signal }))
      definitions.set(each.name, each);
    return definitions;
  }

  async #manifest(): Promise<DataManifest> {
    const { connection } = this.#deps;
    const { label, now, signal } = this.#options;
    for (const { definition } of this.#exported) {
      const { files } = exportedColumns(definition, this.#options.createable);
      if (files.length === 0) continue;
      this.#notes.push(`${definition.name}: without ${files.join(', ')}, as files are not exported.`);
    }
    const known = await this.#known.read((note) => this.#notes.push(note), signal);
    return {
      format: MANIFEST_FORMAT,
      version: MANIFEST_VERSION,
      exportedAt: now().toISOString(),
      org: { identity: await readOrgIdentity(connection), label },
      apiVersion: connection.apiVersion,
      objects: this.#inLoadOrder(),
      known,
      notes: this.#notes,
    };
  }

  #inLoadOrder(): readonly ExportedObject[] {
    const exported = new Set(this.#exported.map(({ definition }) => definition.name));
    const order = loadOrder(
      this.#exported.map(({ definition, references }) => ({
        name: definition.name,
        references: references
          .filter(({ field }) => field.createable)
          .map(({ field }) => ({
            field: field.name,
            targets: (field.referenceTo ?? []).filter((target) => exported.has(target)),
            // Whether it can be loaded is for the import to say; here the order is the best there is.
            deferrable: true,
          })),
      })),
    );
    return order.objects.map((name) => this.#objects.get(name)!.summary(exported));
  }

  get #exported(): readonly ObjectExport[] {
    return [...this.#objects.values()].filter(({ isThere }) => isThere);
  }
}

/** An object whose records begin to come. */
type OpenedObject = Pick<ObjectExportOptions, 'definition' | 'columns' | 'whole' | 'repeats' | 'selected'>;

function lastLine(message: string): string {
  return message.trim().split('\n').at(-1) ?? '';
}
