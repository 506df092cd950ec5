import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import type { DataFormat } from '../data-file.js';
import type { ExportedObject } from '../data-manifest.interface.js';
import { ownText } from '../own-text.js';
import type { ExportColumn } from './export-column.js';
import { RecordFile } from './record-file.js';
import type { ExportRow } from './record-rows.js';

export interface ObjectExportOptions {
  readonly definition: SObjectDefinition;
  /** The id first. */
  readonly columns: readonly ExportColumn[];
  /** Whether all its records are read at once. */
  readonly whole: boolean;
  /** Whether a record may come twice, by several ways. */
  readonly repeats: boolean;
  readonly file: string;
  readonly path: string;
  readonly format: DataFormat;
  /** Whether there is a file even when there are no records. */
  readonly selected: boolean;
}

/** What is exported of one object. */
export class ObjectExport {
  readonly definition: SObjectDefinition;
  readonly columns: readonly ExportColumn[];
  readonly whole: boolean;
  /** The columns that hold ids of other records. */
  readonly references: readonly { readonly place: number; readonly field: FieldDefinition }[];
  readonly #options: ObjectExportOptions;
  readonly #seen = new Set<string>();
  #fresh: string[] = [];
  #file: RecordFile | undefined;
  #taken = false;

  constructor(options: ObjectExportOptions) {
    this.definition = options.definition;
    this.columns = options.columns;
    this.whole = options.whole;
    this.references = options.columns.flatMap(({ field }, place) =>
      field?.type === 'reference' ? [{ place, field }] : [],
    );
    this.#options = options;
    if (options.selected) this.#open();
  }

  get records(): number {
    return this.#file?.records ?? 0;
  }

  /** @throws SalesforceConfigurationException when two selections of one object have different columns */
  requireColumns(columns: readonly ExportColumn[]): void {
    const [mine, others] = [this.columns, columns].map((each) => each.map(({ name }) => name).join(', '));
    if (mine === others) return;
    throw new SalesforceConfigurationException(
      `${this.definition.name} is selected twice, with different fields. Select the same fields, or select it once.`,
    );
  }

  has(id: string): boolean {
    return this.whole || this.#seen.has(id);
  }

  /** @returns whether the record is new here */
  async write(row: ExportRow): Promise<boolean> {
    if (this.#options.repeats) {
      const id = ownText(String(row[0]));
      if (this.#seen.has(id)) return false;
      this.#seen.add(id);
      this.#fresh.push(id);
    }
    await this.#open().write(row);
    return true;
  }

  /** The records that have come since this was asked before. */
  takeFresh(): readonly string[] | 'all' {
    if (this.whole) {
      const first = !this.#taken;
      this.#taken = true;
      return first ? 'all' : [];
    }
    return this.#fresh.splice(0);
  }

  /** Whether it is part of the export: something was found of it, or it was asked for. */
  get isThere(): boolean {
    return this.#file !== undefined;
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** For the manifest. @param exported the objects of the export */
  summary(exported: ReadonlySet<string>): ExportedObject {
    const { name, label } = this.definition;
    return {
      name,
      label,
      file: this.#options.file,
      records: this.records,
      fields: this.columns.map((column) => ({ name: column.name, type: column.field?.type })),
      references: Object.fromEntries(
        this.references.flatMap(({ field }) => {
          const targets = (field.referenceTo ?? []).filter((target) => exported.has(target));
          return targets.length > 0 ? [[field.name, targets]] : [];
        }),
      ),
    };
  }

  #open(): RecordFile {
    const { path, format } = this.#options;
    this.#file ??= new RecordFile(
      path,
      format,
      this.columns.map(({ name }) => name),
    );
    return this.#file;
  }
}
