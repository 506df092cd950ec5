import type { Command } from 'commander';
import type { ProcessContext } from '../command-context.interface.js';

/** Adds `--json` to a command, whose output is then one JSON document and nothing else. */
export function addJsonOption(command: Command): Command {
  return command.option('--json', 'write one JSON document to standard output, errors too', false);
}

/** Writes the document. */
export function writeJson(context: Pick<ProcessContext, 'out'>, document: unknown): void {
  context.out(JSON.stringify(document, null, 2));
}

/** What a program that reads JSON is told of a failure. */
export function errorDocument(error: Error): object {
  const { code, errorCode } = error as { readonly code?: unknown; readonly errorCode?: unknown };
  return {
    error: {
      name: error.name,
      ...(typeof code === 'string' && { code }),
      ...(typeof errorCode === 'string' && { errorCode }),
      message: error.message,
    },
  };
}
