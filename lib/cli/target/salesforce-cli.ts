import { execFile } from 'node:child_process';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ProcessContext } from '../command-context.interface.js';

/** An org that the Salesforce CLI is signed in to. */
export interface SalesforceCliOrg {
  readonly accessToken: string;
  readonly instanceUrl: string;
  readonly organization: string;
  readonly username: string;
}

interface CliAnswer {
  readonly status?: number;
  readonly message?: string;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** An alias or a username; nothing that a shell would read as more, as Windows starts the CLI by one. */
const ALIAS = /^[\w.@+-]+$/;
const ACCESS_TOKEN = /^00D\w+!\S+$/;
/** The CLI is to answer with JSON and nothing else, and is not to go looking for a newer version of itself. */
const QUIET = {
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
};
const LONGEST_ANSWER = 10 * 1024 * 1024;

/**
 * Asks the Salesforce CLI for its session with an org.
 *
 * @param alias alias or username; absent, the CLI's own default org
 * @throws SalesforceConfigurationException with what the CLI says, or that there is none
 */
export async function salesforceCliOrg(
  alias: string | undefined,
  context: Pick<ProcessContext, 'env' | 'cwd' | 'stopped'>,
): Promise<SalesforceCliOrg> {
  if (alias !== undefined && !ALIAS.test(alias)) {
    throw new SalesforceConfigurationException(
      `'${alias}' is no alias and no username of the Salesforce CLI.`,
    );
  }
  const target = alias === undefined ? [] : ['--target-org', alias];
  const org = await run(['org', 'display', ...target, '--json'], context);
  const { instanceUrl, id, username } = org;
  return {
    accessToken: await accessToken(org, target, context),
    instanceUrl: String(instanceUrl),
    organization: String(id),
    username: String(username),
  };
}

/** Since May 2026 the CLI shows tokens by a command of its own only. */
async function accessToken(
  { accessToken: shown }: Readonly<Record<string, unknown>>,
  target: readonly string[],
  context: Pick<ProcessContext, 'env' | 'cwd' | 'stopped'>,
): Promise<string> {
  if (ACCESS_TOKEN.test(String(shown))) return String(shown);
  const args = ['org', 'auth', 'show-access-token', ...target, '--no-prompt', '--json'];
  const { accessToken: told } = await run(args, context);
  if (ACCESS_TOKEN.test(String(told))) return String(told);
  throw new SalesforceConfigurationException('The Salesforce CLI shows no access token for this org.');
}

async function run(
  args: readonly string[],
  { env, cwd, stopped }: Pick<ProcessContext, 'env' | 'cwd' | 'stopped'>,
): Promise<Readonly<Record<string, unknown>>> {
  const options = {
    env: { ...env, ...QUIET },
    cwd,
    signal: stopped,
    maxBuffer: LONGEST_ANSWER,
    // There the CLI is a batch file, which only a shell can start.
    shell: process.platform === 'win32',
  };
  const { error, output } = await new Promise<{ readonly error: Error | null; readonly output: string }>(
    (resolve) => execFile('sf', args, options, (error, output) => resolve({ error, output })),
  );
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') {
    throw new SalesforceConfigurationException(
      "The Salesforce CLI cannot be started: there is no 'sf' on the PATH. Install it, or name the org in another way.",
      { cause: error },
    );
  }
  const answer = parse(output);
  if (answer?.status === 0 && answer.result) return answer.result;
  const said = answer?.message ? oneLine(answer.message) : 'it answered with something else than JSON.';
  throw new SalesforceConfigurationException(
    `The Salesforce CLI could not run 'sf ${args.join(' ')}': ${said}`,
  );
}

/** The CLI begins with what it was about to do, and ends with where to look. */
function oneLine(message: string): string {
  return message
    .replace(/^Parsing --[\w-]+\s+/, '')
    .replace(/\s+See more help with --help\s*$/, '')
    .replace(/\s+/g, ' ');
}

function parse(output: string): CliAnswer | undefined {
  try {
    return JSON.parse(output) as CliAnswer;
  } catch {
    return undefined;
  }
}
