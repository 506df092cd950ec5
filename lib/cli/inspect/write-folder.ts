import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/** A file that has been replaced or taken away, and where it was put. */
interface Displaced {
  readonly path: string;
  /** Undefined where there was no file before. */
  readonly backup: string | undefined;
}

/**
 * Writes files of a folder, all of them or none: what fails half-way leaves the folder as it was.
 *
 * @param texts By path below the folder; `undefined` takes a file away.
 * @throws SalesforceConfigurationException for a path that leads out of the folder, and when the system refuses to write
 */
export async function writeFolder(
  folder: string,
  texts: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  for (const path of texts.keys()) refuseEscape(folder, path);
  const firstMade = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw unwritable(folder, error);
  });
  const staging = join(folder, `.nestjs-salesforce-${randomUUID()}`);
  try {
    await stage(staging, texts);
    await moveIn(folder, staging, texts);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (firstMade !== undefined) await removeEmpty(folder, dirname(firstMade));
    throw unwritable(folder, error);
  }
  await rm(staging, { recursive: true, force: true });
}

async function stage(staging: string, texts: ReadonlyMap<string, string | undefined>): Promise<void> {
  await mkdir(join(staging, 'old'), { recursive: true });
  await mkdir(join(staging, 'new'));
  for (const [path, text] of texts) {
    if (text === undefined) continue;
    await mkdir(dirname(join(staging, 'new', path)), { recursive: true });
    await writeFile(join(staging, 'new', path), text);
  }
}

async function moveIn(
  folder: string,
  staging: string,
  texts: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const displaced: Displaced[] = [];
  try {
    for (const [path, text] of texts) {
      const target = join(folder, path);
      displaced.push({ path: target, backup: await displace(target, join(staging, 'old', path)) });
      if (text === undefined) continue;
      await mkdir(dirname(target), { recursive: true });
      await rename(join(staging, 'new', path), target);
    }
  } catch (error) {
    for (const { path, backup } of displaced.toReversed()) {
      if (backup === undefined) await rm(path, { force: true });
      else await rename(backup, path);
    }
    throw error;
  }
}

async function displace(path: string, backup: string): Promise<string | undefined> {
  await mkdir(dirname(backup), { recursive: true });
  try {
    await rename(path, backup);
    return backup;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the folders away that were made for nothing. */
async function removeEmpty(folder: string, until: string): Promise<void> {
  for (let current = folder; current !== until; current = dirname(current)) {
    const removed = await rmdir(current).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}

function refuseEscape(folder: string, path: string): void {
  const below = relative(folder, resolve(folder, path));
  if (below !== '' && !below.startsWith('..') && !isAbsolute(below)) return;
  throw new SalesforceConfigurationException(`'${path}' leads out of the folder ${folder}.`);
}

function unwritable(folder: string, error: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `The folder ${folder} cannot be written: ${(error as Error).message}. It is as it was.`,
    { cause: error },
  );
}
