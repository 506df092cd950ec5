import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { CommandContext } from '../command-context.interface.js';
import { writeJson } from '../output/json-output.js';
import { writeOutputFile } from '../output/output-file.js';
import { openTarget } from '../target/open-target.js';
import type { Target, TargetOptions } from '../target/target.interface.js';
import { formatOfFile, type QueryFormat } from './query-format.js';
import {
  isSearch,
  type StatementOptions,
  type StatementOutput,
  StatementRunner,
} from './statement-runner.js';
import { splitStatements } from './statements.js';

export interface QueryCommandOptions extends TargetOptions {
  readonly file?: string;
  readonly format?: QueryFormat;
  readonly json: boolean;
  readonly out?: string;
  readonly limit?: number;
  readonly allRows: boolean;
  readonly explain: boolean;
  readonly search: boolean;
  readonly children: boolean;
  readonly attributes: boolean;
  readonly history: boolean;
}

/** Runs one statement, or opens the prompt where there is none. */
export async function runQuery(
  statement: string | undefined,
  options: QueryCommandOptions,
  context: CommandContext,
): Promise<void> {
  const isGiven = statement !== undefined || options.file !== undefined;
  const screen = isGiven ? undefined : promptScreen(context);
  const soql = screen ? '' : onlyStatement(await readText(statement, options, context));
  const target = await openTarget(options.org, options, context);
  try {
    if (screen) await prompt(target, screen, options, context);
    else await runOnce(soql, target, options, context);
  } finally {
    await target.close();
  }
}

/** The terminal, if somebody sits before it and can be asked. */
function promptScreen({ input, screen }: CommandContext): CommandContext['screen'] {
  return (input as { readonly isTTY?: boolean }).isTTY === true ? screen : undefined;
}

/** What was written as an argument, in a file or at standard input. */
async function readText(
  statement: string | undefined,
  { file }: QueryCommandOptions,
  { cwd, input }: CommandContext,
): Promise<string> {
  if ((file ?? statement ?? '-') === '-') return text(input);
  return file === undefined ? (statement ?? '') : readQueryFile(file, cwd);
}

/** @throws SalesforceConfigurationException where there is none, or more than one */
function onlyStatement(written: string): string {
  const { complete, rest } = splitStatements(written.replace(/^\uFEFF/, ''));
  const statements = [...complete, rest.trim()].filter((statement) => statement !== '');
  const [first] = statements;
  if (first !== undefined && statements.length === 1) return first;
  throw new SalesforceConfigurationException(
    first === undefined
      ? 'There is no query: give one as an argument, by --file, or at standard input.'
      : `There are ${statements.length} statements, of which one at a time can be run; the prompt takes many.`,
  );
}

async function readQueryFile(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new SalesforceConfigurationException(`${file} cannot be read: ${failureReason(cause)}.`, {
      cause,
    });
  }
}

function statementOptions(options: QueryCommandOptions): StatementOptions {
  const { allRows, limit, children, attributes, out = '' } = options;
  const format = options.format ?? formatOfFile(out) ?? (options.json ? 'json' : 'table');
  return { format, allRows, limit, children, attributes };
}

async function runOnce(
  statement: string,
  target: Target,
  options: QueryCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { cwd, screen, write, error } = context;
  const { out, json } = options;
  const how = statementOptions(options);
  const run = (output: StatementOutput): Promise<number> =>
    runStatement(new StatementRunner(target, output), statement, how, options, context);
  if (out === undefined) {
    const records = await run({ sink: { write }, width: screen?.columns });
    if (how.format === 'table' && !options.explain) error(counted(records));
    return;
  }
  const records = await writeOutputFile(resolve(cwd, out), (sink) => run({ sink }));
  if (json) writeJson(context, { out, format: how.format, records });
  else error(`${out}: ${counted(records)}`);
}

function runStatement(
  runner: StatementRunner,
  statement: string,
  how: StatementOptions,
  { explain, search }: QueryCommandOptions,
  { stopped }: CommandContext,
): Promise<number> {
  if (explain) return runner.explain(statement, how, stopped);
  return search || isSearch(statement)
    ? runner.search(statement, how, stopped)
    : runner.query(statement, how, stopped);
}

function counted(records: number): string {
  return records === 1 ? '1 record' : `${records} records`;
}

async function prompt(
  target: Target,
  screen: NonNullable<CommandContext['screen']>,
  options: QueryCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { input, home, stopped, out, error, write } = context;
  const [{ QueryPrompt }, { QueryHistory }] = await Promise.all([
    import('./prompt/query-prompt.js'),
    import('./prompt/query-history.js'),
  ]);
  const history = new QueryHistory(options.history ? QueryHistory.pathIn(home) : undefined);
  await history.load();
  const output: StatementOutput = {
    sink: { write },
    get width() {
      return screen.columns;
    },
  };
  const runner = new StatementRunner(target, output);
  out(`${target.label}: statements end with a semicolon, .help tells more, .quit ends.`);
  const settings = { ...statementOptions(options) };
  const { schema } = target;
  await new QueryPrompt({ input, screen, schema, runner, history, settings, out, error }).run(stopped);
}
