import { Command, Option } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { ExportCommandOptions } from '../data/export/export-records.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce export`: records of several objects to files. */
export function exportCommand(context: CommandContext): Command {
  const command = new Command('export')
    .description('write records of several objects to a folder: a file an object, and a manifest')
    .argument('<folder>', 'where to; an earlier export in it is replaced')
    .option(
      '--objects <names...>',
      "objects whose records are exported, or patterns such as 'Invoice*__c'",
      [],
    )
    .option('--exclude <names...>', 'objects of which nothing is exported, or patterns', [])
    .option(
      '--where <condition>',
      "which records of an object, such as 'Account: Industry = \\'Energy\\''; may be repeated",
      collect,
      [],
    )
    .option('--query <soql>', 'records and fields of one object; may be repeated', collect, [])
    .option(
      '--with <relatives...>',
      "records related to those: 'children', 'parents', or 'children:2' for children of children",
      [],
    )
    .addOption(
      new Option('--format <format>', 'a row of cells or a JSON object a record')
        .choices(['csv', 'jsonl'])
        .default('csv'),
    )
    .option('--createable', 'only the fields that a new record can be given', false)
    .addOption(
      new Option('--bulk <when>', 'whether records are read by bulk jobs; auto: 20,000 and more of an object')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    );
  return addJsonOption(addTargetOptions(command)).action(
    async (folder: string, options: ExportCommandOptions) => {
      const { exportRecords } = await import('../data/export/export-records.js');
      await exportRecords(folder, options, context);
    },
  );
}

function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}
