import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import type { CommandContext, ProcessContext } from './command-context.interface.js';
import { checkCommand } from './commands/check.command.js';
import { describeCommand } from './commands/describe.command.js';
import { diffCommand } from './commands/diff.command.js';
import { erdCommand } from './commands/erd.command.js';
import { exportCommand } from './commands/export.command.js';
import { importCommand } from './commands/import.command.js';
import { inspectCommand } from './commands/inspect.command.js';
import { orgCommand } from './commands/org.command.js';
import { queryCommand } from './commands/query.command.js';
import { snapshotCommand } from './commands/snapshot.command.js';
import { commandFailure } from './output/command-failure.js';
import { ExitCode } from './output/exit-code.js';
import { errorDocument, writeJson } from './output/json-output.js';
import { printableLines } from './output/printable.js';
import { PROGRAM_HELP } from './output/program-help.js';

const { version, description } = createRequire(import.meta.url)('../../package.json') as {
  readonly version: string;
  readonly description: string;
};

/** Each makes its command of the program's context; what a command needs is loaded when it runs. */
const COMMANDS: readonly ((context: CommandContext) => Command)[] = [
  checkCommand,
  describeCommand,
  diffCommand,
  erdCommand,
  inspectCommand,
  orgCommand,
  exportCommand,
  importCommand,
  queryCommand,
  snapshotCommand,
];

/** Runs a command line and gives the exit code; every failure is one line for the user, or one document for programs. */
export async function runProgram(args: readonly string[], process: ProcessContext): Promise<number> {
  let exitCode: ExitCode = ExitCode.Ok;
  let begun = false;
  const context: CommandContext = {
    ...process,
    write: (text) => {
      begun = true;
      return process.write(text);
    },
    exitWith: (code) => (exitCode = code),
  };
  const json = args.includes('--json');
  const program = createProgram(context, json);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failed = commandFailure(error, process.stopped);
    // Help and the version end the program this way too.
    if (failed instanceof CommanderError && failed.exitCode === 0) return ExitCode.Ok;
    // Behind the beginning of a document there is no place for another one.
    if (json && !begun) writeJson(context, errorDocument(failed));
    // Commander has said already what is wrong with the command line.
    else if (!(failed instanceof CommanderError)) context.error(printableLines(failed.message));
    return failed instanceof CommanderError ? ExitCode.Usage : ExitCode.Failure;
  }
}

function createProgram(context: CommandContext, json: boolean): Command {
  const output = {
    writeOut: (text: string) => context.out(text.trimEnd()),
    writeErr: (text: string) => {
      if (!json) context.error(text.trimEnd());
    },
  };
  const program = new Command('nestjs-salesforce').description(description).version(version);
  for (const create of COMMANDS) program.addCommand(create(context));
  for (const command of [program, ...program.commands]) {
    command.configureOutput(output).configureHelp(PROGRAM_HELP).exitOverride();
  }
  return program;
}
