import { Command } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { DescribeCommandOptions } from '../describe/describe-object.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce describe`: what an org says of an object. */
export function describeCommand(context: CommandContext): Command {
  const command = new Command('describe')
    .description('show an object: its fields, record types and child records')
    .argument('<object>', 'API name of the object, in any case')
    .option('--fields <patterns...>', "fields to show, such as 'Billing*' (default: all)", [])
    .option('--values', 'show the values of picklists too', false);
  return addJsonOption(addTargetOptions(command)).action(
    async (object: string, options: DescribeCommandOptions) => {
      const { describeObject } = await import('../describe/describe-object.js');
      await describeObject(object, options, context);
    },
  );
}
