import { setImmediate } from 'node:timers/promises';
import type { BulkOptions } from '../../lib/bulk/bulk-options.interface.js';
import type { CommandContext } from '../../lib/cli/command-context.interface.js';
import type { DataManifest } from '../../lib/cli/data/data-manifest.interface.js';
import { type ExportCommandOptions, exportFrom } from '../../lib/cli/data/export/export-records.js';
import type { ImportCommandOptions } from '../../lib/cli/data/import/import-command-options.interface.js';
import { importInto } from '../../lib/cli/data/import/import-records.js';
import type { ExitCode } from '../../lib/cli/output/exit-code.js';
import { ConnectionTarget } from '../../lib/cli/target/connection.target.js';
import type { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const EXPORT: ExportCommandOptions = {
  objects: [],
  exclude: [],
  where: [],
  query: [],
  with: [],
  format: 'csv',
  createable: false,
  bulk: 'auto',
  json: false,
};

const IMPORT: ImportCommandOptions = {
  objects: [],
  exclude: [],
  upsert: [],
  bulk: 'auto',
  dryRun: false,
  fresh: false,
  resend: false,
  json: true,
};

/** What an import has said in JSON. */
export interface ImportDocument {
  readonly objects: readonly {
    readonly name: string;
    readonly created: number;
    readonly updated: number;
    readonly skipped: number;
    readonly failed: number;
    readonly failedFile?: string;
  }[];
  readonly notes: readonly string[];
  readonly state: string;
  readonly error?: { readonly message: string };
}

/** Jobs are worked on between two turns of the event loop. */
async function nextTurn(): Promise<void> {
  await setImmediate();
}

/** Exports from and imports into an embedded org, whose bulk jobs nobody waits for by time. */
export class DataRun {
  /** Of the latest import. */
  exitCode: ExitCode = 0;
  errors = '';
  /** What was shown of the progress, one look after the other. */
  readonly progress: string[] = [];
  /** Called whenever the progress is shown, which it is not without this. */
  onProgress: (() => void) | undefined;
  /** Asks commands to stop, as Ctrl-C does. */
  stop = new AbortController();
  readonly #target: ConnectionTarget;

  constructor(
    readonly org: EmbeddedOrg,
    readonly folder: string,
  ) {
    this.#target = new ConnectionTarget({ label: 'test', options: { embedded: org } });
  }

  export(options: Partial<ExportCommandOptions>, to = this.folder): Promise<DataManifest> {
    return exportFrom(this.#target, to, { ...EXPORT, ...options }, this.#context([]), this.#job);
  }

  async import(options: Partial<ImportCommandOptions> = {}, ...paths: string[]): Promise<ImportDocument> {
    const output: string[] = [];
    this.exitCode = 0;
    this.errors = '';
    const context = this.#context(output);
    const from = paths.length > 0 ? paths : [this.folder];
    await importInto(this.#target, from, { ...IMPORT, ...options }, context, this.#job);
    return JSON.parse(output.join('')) as ImportDocument;
  }

  async query<Row>(soql: string): Promise<Row[]> {
    const connection = await this.#target.connect();
    const rows = await connection.query(soql);
    // Who compares records does not want their URLs.
    return JSON.parse(
      JSON.stringify(rows, (name, value: unknown) => (name === 'attributes' ? undefined : value)),
    ) as Row[];
  }

  async close(): Promise<void> {
    await this.#target.close();
    await this.org.close();
  }

  get #job(): BulkOptions {
    return { polling: { first: 1, longest: 1, pause: nextTurn }, retries: { delays: [1], pause: nextTurn } };
  }

  #context(output: string[]): CommandContext {
    return Object.assign(Object.create(null) as CommandContext, {
      out: (text: string) => output.push(text),
      error: (text: string) => (this.errors += `${text}\n`),
      env: {},
      cwd: this.folder,
      writeError: (text: string) => {
        this.progress.push(text);
        this.onProgress?.();
      },
      terminal: this.onProgress !== undefined,
      stopped: this.stop.signal,
      exitWith: (code: ExitCode) => (this.exitCode = code),
    });
  }
}
