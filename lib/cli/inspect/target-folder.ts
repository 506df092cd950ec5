import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { MANIFEST_FILE } from '../../codegen/update/manifest/manifest-format.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/** A folder that entities are to be written to. */
export interface TargetFolder {
  /** As it was named. */
  readonly name: string;
  readonly path: string;
  /** Text of the manifest, in a folder that was generated. */
  readonly manifest: string | undefined;
  /** Its TypeScript files, by path below it with `/` between the parts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is to happen to a folder: `adopt` updates one that was not generated. */
export type TargetFolderUse = 'generate' | 'update' | 'adopt';

/**
 * Looks at the folder before the org is asked for anything.
 *
 * @throws SalesforceConfigurationException when it holds what was not generated, or does not hold what is to be updated
 */
export async function readTargetFolder(
  name: string,
  path: string,
  use: TargetFolderUse,
): Promise<TargetFolder> {
  const names = await listed(name, path);
  const isGenerated = names.includes(MANIFEST_FILE);
  if (use === 'update' && !isGenerated) {
    throw refused(
      names.length === 0
        ? `There is nothing to update in ${name}: it is empty. Leave out --update.`
        : `There is nothing to update in ${name}: it has no ${MANIFEST_FILE}. Restore that from version control, or take the ` +
            'files over as they are with --adopt.',
    );
  }
  if (use === 'generate' && isGenerated) {
    throw refused(
      `${name} holds generated entities already. Update them by --update, or name another folder by --out.`,
    );
  }
  if (use === 'generate' && names.length > 0) {
    throw refused(
      `${name} is not empty, and what it holds was not generated. Name another folder by --out; this one is left as it is.`,
    );
  }
  return {
    name,
    path,
    manifest: isGenerated ? await readFile(join(path, MANIFEST_FILE), 'utf8') : undefined,
    texts: await readTexts(path, names),
  };
}

async function listed(name: string, path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path, { recursive: true })).sort();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw refused(
      code === 'ENOTDIR' ? `${name} is no folder.` : `${name} cannot be read: ${message}.`,
      error,
    );
  }
}

async function readTexts(path: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sources = names.filter((name) => name.endsWith('.ts') && !name.split(sep).includes('node_modules'));
  const texts = sources.map(
    async (name) => [name.split(sep).join('/'), await readFile(join(path, name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}

function refused(message: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(message, { cause });
}
