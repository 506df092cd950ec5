import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.interface.js';
import { orgCommand } from './commands/org.command.js';

const { version, description } = createRequire(import.meta.url)('../../package.json') as {
  readonly version: string;
  readonly description: string;
};

/** Runs a command line and gives the exit code; every failure is one line for the user. */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<number> {
  const output = {
    writeOut: (text: string) => context.out(text.trimEnd()),
    writeErr: (text: string) => context.error(text.trimEnd()),
  };
  const program = new Command('nestjs-salesforce').description(description).version(version);
  program.addCommand(orgCommand(context));
  for (const command of [program, ...program.commands]) command.configureOutput(output).exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said already what is wrong with the command line.
    if (error instanceof CommanderError) return error.exitCode;
    context.error((error as Error).message);
    return 1;
  }
}
