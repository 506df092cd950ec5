import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SessionOwner } from '../../connection/describe/session-owner.js';
import type { ProcessContext } from '../command-context.interface.js';
import type { LoadedConfig } from './config-file.js';
import type { TargetOptions } from './target.interface.js';

const SAFE = /^\w[\w-]{0,63}$/;

/** The folder of the describe cache, undefined where none is wanted: the command line's, the config's, or the project's own. */
export async function describeFolder(
  { cache }: Pick<TargetOptions, 'cache'>,
  { config, folder }: LoadedConfig,
  { cwd, home }: Pick<ProcessContext, 'cwd' | 'home'>,
): Promise<string | undefined> {
  if (cache === false) return undefined;
  if (typeof cache === 'string') return resolve(cwd, cache);
  if (config.cache !== undefined) return resolve(folder, config.cache);
  const project = await projectFolder(cwd);
  return join(project === undefined ? home : join(project, 'node_modules'), '.cache', 'nestjs-salesforce');
}

/** Where in it describes are kept that a user sees of an org. */
export function ownerFolder({ organization, user }: SessionOwner, apiVersion: string): string {
  return join(segment(organization), `${segment(user)}-v${apiVersion}`);
}

function segment(text: string): string {
  return SAFE.test(text) ? text : createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

async function projectFolder(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    const found = await access(manifest).then(
      () => true,
      () => false,
    );
    if (found) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
