import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { InspectOptions } from '../../../lib/codegen/inspect-options.interface.js';
import type { KnownNames } from '../../../lib/codegen/known-names.interface.js';
import type { GeneratedFile } from '../../../lib/codegen/model/generated-file.model.js';
import { updateFolder, type FolderUpdate } from '../../../lib/codegen/update/folder-update.js';
import { MANIFEST_FILE } from '../../../lib/codegen/update/manifest/manifest-format.js';
import { writeFolder } from '../../../lib/cli/inspect/write-folder.js';

type Models = readonly GeneratedFile[] | ((names: KnownNames) => readonly GeneratedFile[]);

/** A folder of generated entities, which a test edits and updates. */
export class GeneratedFolder implements AsyncDisposable {
  readonly path = mkdtempSync(join(tmpdir(), 'generated-'));

  async plan(models: Models, options: InspectOptions = {}): Promise<FolderUpdate> {
    const generate = (names: KnownNames) => (typeof models === 'function' ? models(names) : models);
    const paths = await this.files();
    const manifest = paths.includes(MANIFEST_FILE) ? await this.read(MANIFEST_FILE) : undefined;
    const sources = paths.filter((path) => path.endsWith('.ts'));
    const texts = await Promise.all(sources.map(async (path) => [path, await this.read(path)] as const));
    return updateFolder({
      name: 'entities',
      path: this.path,
      texts: new Map(texts),
      manifest,
      options,
      generate,
    });
  }

  /** Paths of what an update would change. */
  async changes(models: Models, options: InspectOptions = {}): Promise<string[]> {
    return [...(await this.plan(models, options)).texts.keys()];
  }

  /** Generates, or generates anew; gives the lines of the report. */
  async update(models: Models, options: InspectOptions = {}): Promise<string[]> {
    const plan = await this.plan(models, options);
    await writeFolder(this.path, plan.texts);
    return plan.report.toString().split('\n').filter(Boolean);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.path, path), 'utf8');
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), text);
  }

  /** Replaces texts that have to be there. */
  async edit(
    path: string,
    ...edits: readonly (readonly [found: string, replacement: string])[]
  ): Promise<void> {
    let text = await this.read(path);
    for (const [found, replacement] of edits) {
      if (!text.includes(found)) throw new RangeError(`${path} does not hold '${found}':\n${text}`);
      text = text.replace(found, () => replacement);
    }
    await this.write(path, text);
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.path, to)), { recursive: true });
    await rename(join(this.path, from), join(this.path, to));
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.path, path));
  }

  async files(): Promise<string[]> {
    const entries = await readdir(this.path, { recursive: true, withFileTypes: true });
    return entries
      .flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name).slice(this.path.length + 1)] : [],
      )
      .sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
