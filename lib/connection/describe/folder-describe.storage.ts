import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { ALL_OBJECTS, type DescribeStore, type StoredDescribe } from './describe-store.interface.js';

/** Describes shrink to a tenth even at the fastest. */
const COMPRESSION = { level: constants.Z_BEST_SPEED };
const OBJECT_NAME = /^[a-z]\w{0,99}$/i;

/**
 * Keeps describes in the files of a folder, one an object, for the next process. A file takes its name when it is complete;
 * one that is damaged counts as none.
 */
export class FolderDescribeStorage implements DescribeStore {
  readonly #folder: string;
  #made: Promise<unknown> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<StoredDescribe | undefined> {
    try {
      const text = await promisify(gunzip)(await readFile(this.#path(key)));
      const stored = JSON.parse(text.toString('utf8')) as StoredDescribe | null;
      return typeof stored?.body === 'object' && stored.body !== null ? stored : undefined;
    } catch {
      return undefined;
    }
  }

  async set(key: string, describe: StoredDescribe): Promise<void> {
    const path = this.#path(key);
    const partial = `${path}.${randomUUID()}.partial`;
    try {
      this.#made ??= mkdir(this.#folder, { recursive: true });
      await this.#made;
      const bytes = await promisify(gzip)(JSON.stringify(describe), COMPRESSION);
      await writeFile(partial, bytes);
      await rename(partial, path);
    } catch {
      await rm(partial, { force: true }).catch(() => undefined);
    }
  }

  /** Whatever an org calls its objects, the file stands in the folder. */
  #path(key: string): string {
    if (key === ALL_OBJECTS) return join(this.#folder, 'objects.json.gz');
    const name = OBJECT_NAME.test(key) ? key : createHash('sha256').update(key).digest('hex');
    return join(this.#folder, `object.${name}.json.gz`);
  }
}
