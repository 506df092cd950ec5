import { Command, Option } from 'commander';
import type { CheckCommandOptions } from '../check/check-drift.js';
import type { CommandContext } from '../command-context.interface.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce check`: what entities and an org differ in. */
export function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .description('tell what entities and an org differ in; exits with 3 when something would break')
    .option(
      '--entities <patterns...>',
      "files of entities, such as 'src/**/*.entity.ts' (default: those of the config file)",
    )
    .option(
      '--namespace <prefix>',
      'of custom objects and fields (default: that of the org in the config file)',
    )
    .addOption(
      new Option('--severity <least>', 'from what severity on differences make the exit code 3')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    );
  return addJsonOption(addTargetOptions(command)).action(async (options: CheckCommandOptions) => {
    const { checkDrift } = await import('../check/check-drift.js');
    await checkDrift(options, context);
  });
}
