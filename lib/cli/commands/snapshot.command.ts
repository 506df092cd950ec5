import { Command } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import { addJsonOption } from '../output/json-output.js';
import type { SnapshotCommandOptions } from '../snapshot/take-snapshot.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce snapshot`: an org's schema, and records of it, in one file. */
export function snapshotCommand(context: CommandContext): Command {
  const command = new Command('snapshot')
    .description("take an org's schema, and records of it, into one compressed file")
    .argument('<file>', 'the snapshot, such as org.snapshot.gz')
    .argument('[objects...]', 'names or patterns such as Invoice*__c (default: all objects)')
    .option('--exclude <pattern>', 'objects to leave out; may be repeated', collect, [])
    .option(
      '--data <soql>',
      "records to take; may be repeated; 'SELECT FIELDS(ALL) …' takes all fields",
      collect,
      [],
    );
  return addJsonOption(addTargetOptions(command)).action(
    async (file: string, objects: readonly string[], options: SnapshotCommandOptions) => {
      const { takeSnapshot } = await import('../snapshot/take-snapshot.js');
      await takeSnapshot(file, objects, options, context);
    },
  );
}

function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}
