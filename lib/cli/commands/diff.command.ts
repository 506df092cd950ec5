import { Command } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { DiffCommandOptions } from '../diff/diff-schemas.js';
import { addJsonOption } from '../output/json-output.js';
import { addSchemaOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce diff`: what the schemas of two orgs or snapshots differ in. */
export function diffCommand(context: CommandContext): Command {
  const command = new Command('diff')
    .description('tell what the schemas of two orgs or snapshots differ in; exits with 3 when they do')
    .argument('<before>', 'an org or a snapshot, as --org of other commands names it')
    .argument('<after>', 'the one to compare it with')
    .argument('[objects...]', "names or patterns such as 'Invoice*__c' (default: all objects)")
    .option('--exclude <patterns...>', 'objects to leave out', [])
    .option('--common', 'compare the objects that both have, and no others', false)
    .option('--ignore <properties...>', "properties that do not matter, such as 'label'", []);
  return addJsonOption(addSchemaOptions(command)).action(
    async (before: string, after: string, objects: readonly string[], options: DiffCommandOptions) => {
      const { diffSchemas } = await import('../diff/diff-schemas.js');
      await diffSchemas({ before, after, objects }, options, context);
    },
  );
}
