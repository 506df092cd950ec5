import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failureReason } from '../../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { failedFileName, MANIFEST_FILE, readDataFileName } from '../data-file.js';
import type { DataManifest } from '../data-manifest.interface.js';
import { readManifest } from '../data-manifest.reader.js';
import { RecordSource } from './record-source.js';

export interface ImportSources {
  readonly sources: readonly RecordSource[];
  /** What the export says of itself that the files are of, or were beside of. */
  readonly manifest: DataManifest | undefined;
  /** Where the files are: what is left of the import goes there. */
  readonly folder: string;
}

/**
 * Finds the files that are to be imported: of an export, or named after their objects, `Account.csv` and `Contact.jsonl`.
 *
 * @param paths a folder, or files of one folder
 * @param isWanted the objects that are imported
 * @throws SalesforceConfigurationException
 */
export async function findImportSources(
  paths: readonly string[],
  isWanted: (object: string) => boolean,
): Promise<ImportSources> {
  const [first = '.'] = paths;
  const isFolder = paths.length === 1 && (await isDirectory(first));
  const folder = isFolder ? first : dirname(first);
  if (!isFolder) requireOneFolder(paths, folder);
  const manifest = await findManifest(folder);
  const files = isFolder ? await filesOf(folder, manifest) : paths;
  const known = new Map(manifest?.objects.map(({ file, name }) => [file, name]));
  const sources = files.flatMap((path) => {
    const file = basename(path);
    const named = readDataFileName(file);
    if (!named)
      throw new SalesforceConfigurationException(
        `${path} is no file of records: its name must be that of an object, as in Account.csv or Account.jsonl.`,
      );
    const object = known.get(file) ?? named.object;
    const exported = manifest?.objects.some(({ name }) => name === object) === true;
    return isWanted(object)
      ? [new RecordSource({ object, path, format: named.format, emptyIsNull: exported })]
      : [];
  });
  requireOneEach(sources);
  if (sources.length > 0) return { sources, manifest, folder };
  throw new SalesforceConfigurationException(
    `There is nothing to import in ${paths.join(', ')}: no Account.csv or Account.jsonl.`,
  );
}

/** An object's failed rows, which stand beside its file, are imported only when they are named. */
async function filesOf(folder: string, manifest: DataManifest | undefined): Promise<readonly string[]> {
  if (manifest)
    return manifest.objects.flatMap(({ file, records }) => (records > 0 ? [join(folder, file)] : []));
  const names = (await readdir(folder)).filter((name) => {
    const named = readDataFileName(name);
    return named !== undefined && name !== failedFileName(named.object);
  });
  return names.sort().map((name) => join(folder, name));
}

async function findManifest(folder: string): Promise<DataManifest | undefined> {
  const there = await stat(join(folder, MANIFEST_FILE)).catch(() => undefined);
  return there ? readManifest(folder) : undefined;
}

async function isDirectory(path: string): Promise<boolean> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new SalesforceConfigurationException(`${path} cannot be read: ${failureReason(cause)}.`, { cause });
  });
  return there.isDirectory();
}

function requireOneFolder(paths: readonly string[], folder: string): void {
  const stray = paths.find((path) => dirname(path) !== folder);
  if (stray === undefined) return;
  throw new SalesforceConfigurationException(
    `${stray} is not in ${folder}: import a folder, or files of one folder.`,
  );
}

function requireOneEach(sources: readonly RecordSource[]): void {
  const seen = new Map<string, string>();
  for (const { object, path } of sources) {
    const other = seen.get(object.toLowerCase());
    if (other !== undefined) {
      throw new SalesforceConfigurationException(
        `${other} and ${path} are both of ${object}: import one of them.`,
      );
    }
    seen.set(object.toLowerCase(), path);
  }
}
