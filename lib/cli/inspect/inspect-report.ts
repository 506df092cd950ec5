import type { UpdateEntry } from '../../codegen/update/report/update-report.interface.js';
import type { UpdateReport } from '../../codegen/update/report/update-report.js';
import type { CommandContext } from '../command-context.interface.js';
import { writeJson } from '../output/json-output.js';
import { printable } from '../output/printable.js';

/** What a run of `inspect` did, or would do. */
export interface Inspection {
  /** The folder, as people call it. */
  readonly folder: string;
  readonly objects: readonly string[];
  /** Paths below the folder of what is written or taken away, the manifest left out. */
  readonly files: readonly string[];
  /** What an update did. */
  readonly changes?: readonly UpdateEntry[];
  readonly dryRun: boolean;
  /** Calls that were made to the org. */
  readonly calls: number;
  readonly warnings: readonly string[];
}

/** Tells people in a few lines, or programs in a document. */
export function reportInspection(
  inspection: Inspection,
  update: UpdateReport | undefined,
  json: boolean,
  context: CommandContext,
): void {
  if (json) {
    writeJson(context, inspection);
    return;
  }
  for (const warning of inspection.warnings) context.error(`Warning: ${printable(warning)}`);
  if (update) reportUpdate(inspection, update, context);
  else reportGeneration(inspection, context);
}

function reportGeneration(
  { folder, files, objects, dryRun, calls }: Inspection,
  context: CommandContext,
): void {
  if (dryRun) for (const file of files) context.out(`${folder}/${file}`);
  const written = dryRun ? 'Would write' : 'Wrote';
  const what = `${counted(files.length, 'file')} for ${counted(objects.length, 'object')}`;
  context.out(`${written} ${what} to ${folder} (${counted(calls, 'call')}).`);
}

function reportUpdate(
  { folder, objects, dryRun, calls }: Inspection,
  update: UpdateReport,
  context: CommandContext,
): void {
  const cost = `(${counted(objects.length, 'object')}, ${counted(calls, 'call')})`;
  const summary = update.summary();
  if (summary === undefined) {
    context.out(`${folder} is up to date ${cost}.`);
    return;
  }
  for (const line of update.toString().split('\n')) context.out(printable(line));
  context.out(`${dryRun ? 'Would update' : 'Updated'} ${folder}: ${summary} ${cost}.`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
