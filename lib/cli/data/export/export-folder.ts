import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { MANIFEST_FILE } from '../data-file.js';
import type { DataManifest } from '../data-manifest.interface.js';
import { readManifest } from '../data-manifest.reader.js';

/**
 * The folder of an export. Files are written beside their place and moved there when all of them are whole: whatever goes
 * wrong before, the folder is as it was.
 */
export class ExportFolder {
  readonly path: string;
  readonly #made: string | undefined;
  readonly #previous: DataManifest | undefined;
  readonly #work: string;

  private constructor(path: string, made: string | undefined, previous: DataManifest | undefined) {
    this.path = path;
    this.#made = made;
    this.#previous = previous;
    this.#work = join(path, `.export-${randomBytes(6).toString('hex')}`);
  }

  /** @throws SalesforceConfigurationException for a folder that holds other things than an export */
  static async open(path: string): Promise<ExportFolder> {
    const there = await stat(path).catch(() => undefined);
    if (there && !there.isDirectory()) throw notOurs(path, 'is no folder');
    const names = there ? (await readdir(path)).filter((name) => !name.startsWith('.')) : [];
    const previous = names.includes(MANIFEST_FILE) ? await readManifest(path) : undefined;
    if (names.length > 0 && !previous) throw notOurs(path, 'is not empty, and holds no export');
    const made = await mkdir(path, { recursive: true });
    const folder = new ExportFolder(path, made, previous);
    await mkdir(folder.#work);
    return folder;
  }

  /** Where a file is written until the export is whole. */
  fileAt(name: string): string {
    return join(this.#work, name);
  }

  /** Puts the files in their places, and takes away those of the export that was there before. */
  async commit(manifest: DataManifest): Promise<void> {
    const files = manifest.objects.map(({ file }) => file);
    await writeFile(this.fileAt(MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const file of [...files, MANIFEST_FILE]) await rename(this.fileAt(file), join(this.path, file));
    const old = (this.#previous?.objects ?? [])
      .map(({ file }) => file)
      .filter((file) => !files.includes(file));
    for (const file of old) await rm(join(this.path, file), { force: true });
    await rm(this.#work, { recursive: true, force: true });
  }

  async discard(): Promise<void> {
    await rm(this.#work, { recursive: true, force: true });
    if (this.#made !== undefined) await rm(this.#made, { recursive: true, force: true });
  }
}

function notOurs(path: string, why: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `${path} ${why}. Export to a new folder, an empty one, or one of an earlier export, which is replaced.`,
  );
}
