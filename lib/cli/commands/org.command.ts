import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import type { EmbeddedOrg } from '../../embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../embedded/embedded-org-options.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { FaultRule } from '../../embedded/testing/fault.interface.js';
import { parseFaultRule } from '../../embedded/testing/fault-notation.js';
import type { CommandContext } from '../command-context.interface.js';
import { addJsonOption, writeJson } from '../output/json-output.js';
import { type Welcome, welcomeDocument, welcomeText } from './org-welcome.js';

export const PASSWORD_VARIABLE = 'NESTJS_SALESFORCE_PASSWORD';

interface OrgCommandOptions {
  readonly port: number;
  readonly host: string;
  readonly https: boolean;
  readonly db: string;
  readonly catalog?: readonly string[];
  readonly seed?: readonly string[];
  readonly user?: string;
  readonly password?: string;
  readonly latency?: number;
  readonly fault: readonly FaultRule[];
  readonly json: boolean;
}

interface Password {
  readonly value: string;
  readonly generated: boolean;
}

/** `nestjs-salesforce org`: serves an embedded org over HTTP until it is stopped. */
export function orgCommand(context: CommandContext): Command {
  const command = new Command('org')
    .description('serve an embedded Salesforce org over HTTP')
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--https', 'serve over HTTPS, with a certificate made for localhost', false)
    .option('--db <file>', 'SQLite database file, made when absent; :memory: keeps nothing', ':memory:')
    .option('--catalog <files...>', "snapshots or describes of another org, which become this one's schema")
    .option(
      '--seed <files...>',
      'records, loaded when there are none yet: data trees and their plans (.json), CSV files named after their object, folders',
    )
    .option(
      '--user <username>',
      "username of the administrator (default: the database's, or admin@example.com)",
    )
    .option(
      '--password <password>',
      `the administrator's password (default: $${PASSWORD_VARIABLE}, or a new one)`,
    )
    .option('--latency <milliseconds>', 'how long every answer takes at least', parseMilliseconds)
    .option(
      '--fault <rule>',
      "what goes wrong, such as 'GET /query/*: drop x1' or '503 SERVER_UNAVAILABLE after 10'; may be repeated",
      collectFault,
      [],
    );
  return addJsonOption(command).action((options: OrgCommandOptions) => serve(options, context));
}

async function serve(options: OrgCommandOptions, context: CommandContext): Promise<void> {
  const password = choosePassword(options, context);
  const { EmbeddedOrg } = await import('../../embedded/embedded-org.js');
  const org = await EmbeddedOrg.create({
    database: options.db,
    snapshot: options.catalog,
    seed: options.seed,
    user: { username: options.user, password: password.value },
    onUnexpectedError: (error, errorId) => context.error(`ErrorId ${errorId}: ${inspect(error)}`),
  });
  try {
    disturb(org, options);
    await announce(org, options, password, context);
  } finally {
    await org.close();
  }
}

function disturb(org: EmbeddedOrg, { latency, fault }: OrgCommandOptions): void {
  if (latency !== undefined) org.faults.add({ fault: { delay: latency } });
  for (const rule of fault) org.faults.add(rule);
}

/** Listens and says so, until the program is stopped. */
async function announce(
  org: EmbeddedOrg,
  options: OrgCommandOptions,
  password: Password,
  context: CommandContext,
): Promise<void> {
  const folder = options.https ? await mkdtemp(join(tmpdir(), 'nestjs-salesforce-')) : undefined;
  try {
    const server = await listen(org, options);
    const certificate = folder && join(folder, 'certificate.pem');
    if (certificate) await writeFile(certificate, server.certificate ?? '');
    const made = password.generated ? password.value : undefined;
    const welcome: Welcome = {
      url: server.url,
      database: options.db,
      username: org.username,
      password: { variable: PASSWORD_VARIABLE, made },
      certificate,
    };
    if (options.json) writeJson(context, welcomeDocument(welcome));
    else context.out(welcomeText(welcome));
    if (!context.stopped.aborted) await once(context.stopped, 'abort');
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

function choosePassword(options: OrgCommandOptions, { env }: CommandContext): Password {
  const given = options.password ?? env[PASSWORD_VARIABLE];
  return given
    ? { value: given, generated: false }
    : { value: randomBytes(12).toString('base64url'), generated: true };
}

async function listen(
  org: EmbeddedOrg,
  { port, host, https }: OrgCommandOptions,
): Promise<EmbeddedOrgServer> {
  try {
    return await org.listen({ port, host, https });
  } catch (error) {
    if (error instanceof SalesforceConfigurationException) throw error;
    throw new SalesforceConfigurationException(listenComplaint(error as NodeJS.ErrnoException, port, host), {
      cause: error,
    });
  }
}

function listenComplaint(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use; choose another one with --port.`;
    case 'EACCES':
      return `Port ${port} of ${host} may not be listened on; choose another one with --port.`;
    default:
      return `Cannot listen on port ${port} of ${host}: ${error.message}`;
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

function parseMilliseconds(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number of milliseconds.');
}

function collectFault(text: string, rules: readonly FaultRule[]): readonly FaultRule[] {
  try {
    return [...rules, parseFaultRule(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
