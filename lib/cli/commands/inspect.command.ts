import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { InspectCommandOptions } from '../inspect/inspect-command-options.interface.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce inspect`: writes the entities of an org, or brings those up to date that it wrote. */
export function inspectCommand(context: CommandContext): Command {
  const command = new Command('inspect')
    .description("write entities for an org's objects, or update those that were written")
    .argument('[objects...]', "names or patterns such as 'Invoice*__c' (default: all objects)")
    .option('--out <folder>', 'folder of the files (default: src/salesforce)')
    .option('--exclude <patterns...>', 'objects to leave out')
    .option('--include-fields <patterns...>', "fields to take, such as 'Account.Name' or 'Account.Billing*'")
    .option('--exclude-fields <patterns...>', "fields to leave out, such as '*.*__pc'")
    .option(
      '--name <api-name=name>',
      "a name of one's own, such as Account.Owner=keeper; may be repeated",
      collectName,
    )
    .option('--class-prefix <text>', 'what every class name starts with')
    .option('--validators', 'add decorators of class-validator')
    .option('--swagger', 'add decorators of @nestjs/swagger')
    .addOption(
      new Option('--import-extension <ending>', 'what imports end with (default: js)').choices([
        'js',
        'ts',
        'none',
      ]),
    )
    .addOption(
      new Option('--layout <layout>', 'one file an object, or one for all (default: files)').choices([
        'files',
        'file',
      ]),
    )
    .option('--header <text>', 'comment at the top of every file')
    .option('--namespace <prefix>', "namespace of the connection's options")
    .option(
      '--no-decorator-metadata',
      'say the type of every field, for builds that emit no decorator metadata',
    )
    .option('--update', 'bring the folder up to date; what people wrote there stays', false)
    .option('--check', 'write nothing, and exit with 3 when an update would change something', false)
    .option(
      '--adopt',
      'update a folder that was not generated: its files stay as they are, what is missing comes',
      false,
    )
    .option('--dry-run', 'say what would be written, and write nothing', false);
  return addJsonOption(addTargetOptions(command)).action(
    async (objects: readonly string[], options: InspectCommandOptions) => {
      const { runInspect } = await import('../inspect/run-inspect.js');
      const stated = command.getOptionValueSource('decoratorMetadata') === 'cli';
      const { decoratorMetadata, ...others } = options;
      await runInspect(objects, { ...others, ...(stated && { decoratorMetadata }) }, context);
    },
  );
}

function collectName(
  text: string,
  names: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, apiName, name] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (apiName !== undefined && name !== undefined) return { ...names, [apiName]: name };
  throw new InvalidArgumentError('It must be an API name and a name: Account.Owner=keeper.');
}
