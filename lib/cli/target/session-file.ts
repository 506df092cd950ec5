import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { failureReason } from '../../common/failure-reason.js';
import type { SessionAuthOptions } from '../../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ProcessContext } from '../command-context.interface.js';

/**
 * Reads a saved session: `accessToken` and `instanceUrl` as JSON, as a token endpoint answers, or as the Salesforce CLI prints
 * them. Nothing of what the file holds is told.
 *
 * @param path `-` for standard input
 * @throws SalesforceConfigurationException when it cannot be read, or holds something else
 */
export async function readSessionFile(
  path: string | undefined,
  { cwd, input }: Pick<ProcessContext, 'cwd' | 'input'>,
): Promise<SessionAuthOptions> {
  if (!path) {
    throw new SalesforceConfigurationException(
      "A session is named by its file, as session:session.json, or is '-' for standard input.",
    );
  }
  const label = path === '-' ? 'standard input' : path;
  const content = await (path === '-' ? text(input) : readFile(resolve(cwd, path), 'utf8')).catch(
    (error: unknown) => {
      throw unreadable(label, failureReason(error), error);
    },
  );
  const session = membersOf(content);
  const [accessToken, instanceUrl] = [
    session['accessToken'] ?? session['access_token'],
    session['instanceUrl'] ?? session['instance_url'],
  ];
  if (typeof accessToken === 'string' && typeof instanceUrl === 'string') {
    if (accessToken.startsWith('[REDACTED]')) {
      throw unreadable(
        label,
        "the Salesforce CLI has left the token out: name the org as 'sf:<alias>' instead",
      );
    }
    return { flow: 'session', accessToken, instanceUrl };
  }
  throw unreadable(label, 'it is no JSON with an accessToken and an instanceUrl');
}

/** The Salesforce CLI puts answers into a `result`. */
function membersOf(content: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = JSON.parse(content) as { readonly result?: unknown } | null;
    return ((parsed?.result ?? parsed) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}

function unreadable(label: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The session of ${label} cannot be read: ${reason}.`, {
    cause,
  });
}
