import { relative } from 'node:path';
import type { CommandContext } from '../../command-context.interface.js';
import { errorDocument, writeJson } from '../../output/json-output.js';
import { printable, printableLines } from '../../output/printable.js';
import { TextTable } from '../../output/text-table.js';
import type { ImportCommandOptions } from './import-command-options.interface.js';
import type { ImportObject, ImportPlan } from './import-plan.js';
import { ROWS_A_CALL } from './collections.writer.js';
import { type Importer, isByBulk } from './importer.js';

/** Says what would be done. */
export function reportPlan(
  { objects, notes }: ImportPlan,
  rows: ReadonlyMap<string, number>,
  options: ImportCommandOptions,
  context: CommandContext,
): void {
  const planned = objects.map((object) => plannedObject(object, rows.get(object.name) ?? 0, options));
  if (options.json) return writeJson(context, { dryRun: true, objects: planned, notes });
  const table = new TextTable(['object', { title: 'rows', align: 'right' }, 'how', 'set afterwards']);
  for (const each of planned) {
    table.row(each.name, each.rows, `${each.operation} by ${each.way}`, each.setAfterwards.join(', '));
  }
  context.out(table.toString());
  for (const note of notes) context.error(printable(note));
  context.out('Nothing was written: this is what would be done, in this order.');
}

/** Says what was done, and where what was not. */
export function reportImport(
  { notes }: ImportPlan,
  { results, notes: leftOut }: Importer,
  { failure, state }: { readonly failure: Error | undefined; readonly state: string },
  { json }: ImportCommandOptions,
  context: CommandContext,
): void {
  const all = [...notes, ...leftOut];
  if (json) {
    return writeJson(context, {
      objects: results,
      notes: all,
      state,
      ...(failure && errorDocument(failure)),
    });
  }
  const counts = ['created', 'updated', 'skipped', 'failed'] as const;
  const table = new TextTable(['object', ...counts.map((title) => ({ title, align: 'right' }) as const)]);
  for (const each of results) table.row(each.name, ...counts.map((count) => each[count]));
  context.out(table.toString());
  for (const note of all) context.error(printable(note));
  for (const { failedFile, failed } of results) {
    if (failedFile !== undefined) {
      const rows = failed === 1 ? '1 row was' : `${failed} rows were`;
      context.error(`${rows} not imported: ${relative(context.cwd, failedFile)} says why.`);
    }
  }
  if (!failure) return;
  context.error(printableLines(failure.message));
  context.error('The import was not finished. The same command goes on from here.');
}

interface PlannedObject {
  readonly name: string;
  readonly rows: number;
  readonly operation: string;
  readonly way: string;
  readonly setAfterwards: readonly string[];
}

function plannedObject(
  { name, upsertBy, second }: ImportObject,
  rows: number,
  { bulk }: ImportCommandOptions,
): PlannedObject {
  const calls = Math.ceil(rows / ROWS_A_CALL);
  return {
    name,
    rows,
    operation: upsertBy ? `upsert on ${upsertBy.name}` : 'insert',
    way: isByBulk(bulk, rows) ? 'bulk jobs' : `${calls} ${calls === 1 ? 'call' : 'calls'}`,
    setAfterwards: second.map(({ header }) => header),
  };
}
