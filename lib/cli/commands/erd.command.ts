import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import type { ErdCommandOptions } from '../erd/erd-command-options.interface.js';
import { addJsonOption } from '../output/json-output.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce erd`: a diagram of objects and how they refer to each other. */
export function erdCommand(context: CommandContext): Command {
  const command = new Command('erd')
    .description('draw a diagram of objects and how they refer to each other')
    .argument('[objects...]', "names or patterns such as 'Invoice*__c' (default: all objects)")
    .option('--exclude <patterns...>', 'objects to leave out', [])
    .addOption(
      new Option(
        '--entities [patterns...]',
        "take the objects from files of entities, such as 'src/**/*.entity.ts' (default: those of the config file), not from an org",
      ).conflicts('org'),
    )
    .option('--namespace <prefix>', 'with --entities, that of custom objects and fields')
    .addOption(
      new Option(
        '-f, --format <format>',
        'text that GitHub and others draw, or an image (default: by the name of the file, or mermaid)',
      ).choices(['mermaid', 'svg']),
    )
    .option('--out <file>', 'the file to write (default: standard output)')
    .option('--title <text>', 'what stands above the diagram')
    .addOption(
      new Option('--fields <which>', 'the keys and names; also what new records need; or all fields')
        .choices(['keys', 'required', 'all'])
        .default('keys'),
    )
    .option('--depth <steps>', 'add what the objects refer to, so many references away', parseDepth, 0)
    .option('--children', 'with --depth, also add what refers to the objects', false)
    .option('--no-audit', 'leave out owners, creators and what else the platform keeps of every record');
  return addJsonOption(addTargetOptions(command)).action(
    async (objects: readonly string[], options: ErdCommandOptions) => {
      const { writeDiagram } = await import('../erd/write-diagram.js');
      await writeDiagram(objects, options, context);
    },
  );
}

function parseDepth(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 9.');
}
