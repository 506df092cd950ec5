import { Command, Option } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { ImportCommandOptions } from '../data/import/import-command-options.interface.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce import`: records of several objects from files. */
export function importCommand(context: CommandContext): Command {
  const command = new Command('import')
    .description('write the records of an export, or of files named after their objects, into an org')
    .argument('<paths...>', 'a folder, or files such as Account.csv and Contact.jsonl')
    .option('--objects <names...>', 'only these objects, or patterns', [])
    .option('--exclude <names...>', 'objects that are not imported, or patterns', [])
    .option(
      '--upsert <keys...>',
      "external ids by which records are found, such as 'Account=ErpNumber__c'",
      [],
    )
    .addOption(
      new Option('--bulk <when>', 'whether rows are written by bulk jobs; auto: more than 2,000 of an object')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--dry-run', 'check the files and say what would be done; nothing is written', false)
    .option('--state <file>', 'what was done, for the next run to go on from (default: beside the files)')
    .option('--fresh', 'begin anew, whatever an earlier run has done', false)
    .option('--resend', 'send rows again of which nobody knows whether they were written', false);
  return addJsonOption(addTargetOptions(command)).action(
    async (paths: readonly string[], options: ImportCommandOptions) => {
      const { importRecords } = await import('../data/import/import-records.js');
      await importRecords(paths, options, context);
    },
  );
}
