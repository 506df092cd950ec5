import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { parseSoql } from '../../soql/parser/soql-parser.js';
import type { CommandContext } from '../command-context.interface.js';
import { writeJson } from '../output/json-output.js';
import { openTarget } from '../target/open-target.js';
import type { TargetOptions } from '../target/target.interface.js';
import { type SnapshotSummary, SnapshotTaker } from './snapshot-taker.js';

export interface SnapshotCommandOptions extends TargetOptions {
  readonly data: readonly string[];
  readonly exclude: readonly string[];
  readonly json: boolean;
}

/** Takes a snapshot and tells what it holds. */
export async function takeSnapshot(
  file: string,
  objects: readonly string[],
  options: SnapshotCommandOptions,
  context: CommandContext,
): Promise<void> {
  if (!file.endsWith('.gz')) {
    throw new SalesforceConfigurationException(`A snapshot is compressed: name the file ${file}.gz.`);
  }
  // Before anything is asked: a query that cannot be read is not to cost calls.
  const queries = options.data.map((soql) => parseSoql(soql));
  const target = await openTarget(options.org, options, context);
  try {
    const snapshot = new SnapshotTaker(target, context);
    const summary = await snapshot.take(file, { include: objects, exclude: options.exclude, queries });
    if (options.json) writeJson(context, summary);
    else context.out(told(summary));
  } finally {
    await target.close();
  }
}

function told({ file, bytes, objects, records, calls }: SnapshotSummary): string {
  const counts = Object.entries(records).map(([sobject, count]) => `${numberText(count)} of ${sobject}`);
  const held = [counted(objects, 'object'), ...(counts.length > 0 ? [`records: ${counts.join(', ')}`] : [])];
  return `${file}: ${held.join('; ')} (${numberText(Math.ceil(bytes / 1024))} kB, ${counted(calls, 'call')})`;
}

function counted(count: number, noun: string): string {
  return `${numberText(count)} ${count === 1 ? noun : `${noun}s`}`;
}

function numberText(count: number): string {
  return count.toLocaleString('en-US');
}
