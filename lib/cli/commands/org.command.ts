import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import type { EmbeddedOrg } from '../../embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../embedded/embedded-org-options.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { CommandContext } from '../command-context.interface.js';

export const PASSWORD_VARIABLE = 'NESTJS_SALESFORCE_PASSWORD';

interface OrgCommandOptions {
  readonly port: number;
  readonly host: string;
  readonly db: string;
  readonly seed?: string;
  readonly user?: string;
  readonly password?: string;
}

interface Password {
  readonly value: string;
  readonly generated: boolean;
}

/** `nestjs-salesforce org`: serves an embedded org over HTTP until it is stopped. */
export function orgCommand(context: CommandContext): Command {
  return new Command('org')
    .description('serve an embedded Salesforce org over HTTP')
    .option('--port <number>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--db <file>', 'SQLite database file, made when absent; :memory: keeps nothing', ':memory:')
    .option('--seed <file>', 'JSON file of records in the data tree format, loaded when there are none yet')
    .option(
      '--user <username>',
      "username of the administrator (default: the database's, or admin@example.com)",
    )
    .option(
      '--password <password>',
      `the administrator's password (default: $${PASSWORD_VARIABLE}, or a new one)`,
    )
    .action((options: OrgCommandOptions) => serve(options, context));
}

async function serve(options: OrgCommandOptions, context: CommandContext): Promise<void> {
  const password = choosePassword(options, context);
  const { EmbeddedOrg } = await import('../../embedded/embedded-org.js');
  const org = await EmbeddedOrg.create({
    database: options.db,
    seed: options.seed,
    user: { username: options.user, password: password.value },
    onUnexpectedError: (error, errorId) => context.error(`ErrorId ${errorId}: ${inspect(error)}`),
  });
  try {
    const server = await listen(org, options);
    context.out(welcome(server.url, { ...options, user: org.username }, password));
    if (!context.stopped.aborted) await once(context.stopped, 'abort');
  } finally {
    await org.close();
  }
}

function choosePassword(options: OrgCommandOptions, { env }: CommandContext): Password {
  const given = options.password ?? env[PASSWORD_VARIABLE];
  return given
    ? { value: given, generated: false }
    : { value: randomBytes(12).toString('base64url'), generated: true };
}

async function listen(org: EmbeddedOrg, { port, host }: OrgCommandOptions): Promise<EmbeddedOrgServer> {
  try {
    return await org.listen({ port, host });
  } catch (error) {
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

/** What a user needs in order to connect. A password is shown only where nobody knows it yet. */
function welcome(url: string, { db, user }: OrgCommandOptions, password: Password): string {
  const where = db === ':memory:' ? 'in memory' : `in ${db}`;
  const known = password.generated
    ? `  export ${PASSWORD_VARIABLE}='${password.value}'   # made for this run`
    : `  ${PASSWORD_VARIABLE}: the password that was given`;
  return `Embedded org listening on ${url}, its records ${where}

  export SALESFORCE_LOGIN_URL='${url}'
  export SALESFORCE_USERNAME='${user}'
${known}

A token with curl; any client id and secret will do:
  curl ${url}/services/oauth2/token -d grant_type=password -d client_id=any -d client_secret=any \\
    --data-urlencode 'username=${user}' --data-urlencode "password=$${PASSWORD_VARIABLE}"

A connection with jsforce:
  const oauth2 = { loginUrl: '${url}', clientId: 'any', clientSecret: 'any' };
  const connection = new jsforce.Connection({ oauth2 });
  await connection.login('${user}', process.env.${PASSWORD_VARIABLE});

Ctrl-C stops it.`;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}
