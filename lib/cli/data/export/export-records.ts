import { resolve } from 'node:path';
import type { BulkQueryOptions } from '../../../bulk/bulk-query-job.js';
import type { CommandContext } from '../../command-context.interface.js';
import { writeJson } from '../../output/json-output.js';
import { printable } from '../../output/printable.js';
import { ProgressBar } from '../../output/progress-bar.js';
import { openTarget } from '../../target/open-target.js';
import type { Target, TargetOptions } from '../../target/target.interface.js';
import type { DataFormat } from '../data-file.js';
import type { DataManifest } from '../data-manifest.interface.js';
import { matcherOf } from '../name-matcher.js';
import { ExportFolder } from './export-folder.js';
import { planExport } from './export-plan.js';
import { Exporter } from './exporter.js';
import { type BulkUse, RecordRows } from './record-rows.js';
import { RelatedObjects } from './related-objects.js';

export interface ExportCommandOptions extends TargetOptions {
  readonly objects: readonly string[];
  readonly exclude: readonly string[];
  readonly where: readonly string[];
  readonly query: readonly string[];
  readonly with: readonly string[];
  readonly format: DataFormat;
  readonly createable: boolean;
  readonly bulk: BulkUse;
  readonly json: boolean;
}

/** Runs the command `export`. */
export async function exportRecords(
  folder: string,
  options: ExportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const target = await openTarget(options.org, options, context);
  try {
    const path = resolve(context.cwd, folder);
    const manifest = await exportFrom(target, path, options, context);
    await say(manifest, folder, options, context);
  } finally {
    await target.close();
  }
}

/** Exports from what a command has opened. @param job how bulk jobs are waited for */
export async function exportFrom(
  target: Target,
  path: string,
  options: ExportCommandOptions,
  context: CommandContext,
  job: BulkQueryOptions = {},
): Promise<DataManifest> {
  const signal = context.stopped;
  const { schema } = target;
  const { selections, optional, depth } = await planExport(options, schema, signal);
  const connection = await target.connect();
  const related = new RelatedObjects(
    depth.children + depth.parents > 0 ? await schema.list() : [],
    matcherOf(options.exclude),
  );
  const folder = await ExportFolder.open(path);
  const bar = new ProgressBar(context, { label: 'Exporting' });
  try {
    const rows = new RecordRows(connection, { bulk: options.bulk, job, signal });
    const exporter = new Exporter(
      { connection, schema, rows, folder, related },
      {
        format: options.format,
        createable: options.createable,
        depth,
        label: target.label,
        now: () => new Date(),
        signal,
        onProgress: (object, records, total) => bar.update(records, { total, note: object }),
      },
    );
    const manifest = await exporter.run(selections, optional);
    await folder.commit(manifest);
    return manifest;
  } catch (error) {
    await folder.discard();
    throw error;
  } finally {
    bar.end();
  }
}

async function say(
  { objects, notes }: DataManifest,
  folder: string,
  { json }: ExportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const records = objects.reduce((sum, each) => sum + each.records, 0);
  if (json) return writeJson(context, { folder, records, objects, notes });
  const { TextTable } = await import('../../output/text-table.js');
  const table = new TextTable(['object', { title: 'records', align: 'right' }, 'file']);
  for (const each of objects) table.row(each.name, each.records, each.file);
  context.out(table.toString());
  for (const note of notes) context.error(printable(note));
  const counted = records === 1 ? '1 record' : `${records} records`;
  const of = objects.length === 1 ? '1 object' : `${objects.length} objects`;
  context.out(`${counted} of ${of} ${records === 1 ? 'is' : 'are'} in ${folder}.`);
}
