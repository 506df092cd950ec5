import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context.interface.js';
import { addJsonOption } from '../output/json-output.js';
import { QUERY_FORMATS } from '../query/query-format.js';
import type { QueryCommandOptions } from '../query/run-query.js';
import { addTargetOptions } from '../target/add-target-options.js';

/** `nestjs-salesforce query`: SOQL and SOSL, once or at a prompt. */
export function queryCommand(context: CommandContext): Command {
  const command = new Command('query')
    .description('run a query, or open a prompt to run many')
    .argument('[soql]', 'the query; - reads it from standard input (default: the prompt, on a terminal)')
    .option('--file <file>', 'read the query from a file')
    .addOption(
      new Option(
        '-f, --format <format>',
        'how records are written (default: by the ending of --out, or table)',
      ).choices(QUERY_FORMATS),
    )
    .option('--out <file>', 'write to a file, which is there as a whole or not at all')
    .option('--limit <number>', 'read no more records', parseCount)
    .option('--all-rows', 'find deleted and archived records too', false)
    .option('--children', 'show the records of subqueries in tables, not only how many there are', false)
    .option('--attributes', 'keep the type and URL of each record in JSON', false)
    .option('--explain', 'show how the org would run the query, without running it', false)
    .option(
      '--search',
      'the text is a search in SOSL; one that begins with FIND is taken for one anyway',
      false,
    )
    .option('--no-history', 'remember nothing that is written at the prompt');
  return addJsonOption(addTargetOptions(command)).action(
    async (soql: string | undefined, options: QueryCommandOptions) => {
      if (soql !== undefined && options.file !== undefined) {
        command.error('error: give the query as an argument or by --file, not both');
      }
      if (options.json && options.out === undefined && (options.format ?? 'json') !== 'json') {
        command.error(
          `error: --json and --format ${options.format} cannot both be written to standard output`,
        );
      }
      const { runQuery } = await import('../query/run-query.js');
      await runQuery(soql, options, context);
    },
  );
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}
