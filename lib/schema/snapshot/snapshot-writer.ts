import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSObjectResult } from '../../protocol/describe.interface.js';
import {
  SNAPSHOT_FORMAT,
  SNAPSHOT_VERSION,
  type SnapshotHeader,
  type SnapshotLine,
  type SnapshotRecords,
} from './snapshot.interface.js';

/**
 * Writes a snapshot, a line at a time: whatever its size, little of it is held in memory. The file takes its name when it is
 * complete; until then it is called `….partial`, by a name of its own, so that two that are written at once do not meet.
 */
export class SnapshotWriter {
  readonly #path: string;
  readonly #partial: string;
  readonly #gzip: Gzip;
  readonly #written: Promise<void>;
  #objects = 0;
  #records = 0;

  private constructor(path: string, partial: string, file: WriteStream) {
    this.#path = path;
    this.#partial = partial;
    this.#gzip = createGzip();
    this.#written = pipeline(this.#gzip, file);
    // Whoever waits for the end is told; a failure before that must not end the process.
    this.#written.catch(() => undefined);
  }

  /** How many objects were added. */
  get objects(): number {
    return this.#objects;
  }

  /** @throws SalesforceConfigurationException when there can be no such file */
  static async create(
    path: string,
    header: Omit<SnapshotHeader, 'format' | 'version'>,
  ): Promise<SnapshotWriter> {
    if (await isFolder(path)) throw unwritable(path, 'it is a folder');
    const partial = `${path}.${randomUUID()}.partial`;
    const file = createWriteStream(partial, { flags: 'wx' });
    await once(file, 'open').catch((error: unknown) => {
      throw unwritable(path, failureReason(error), error);
    });
    const writer = new SnapshotWriter(path, partial, file);
    await writer.#write({ format: SNAPSHOT_FORMAT, version: SNAPSHOT_VERSION, ...header });
    return writer;
  }

  /** Adds an object, as `GET /sobjects/{name}/describe` answered. */
  async describe(describe: DescribeSObjectResult): Promise<void> {
    this.#objects++;
    await this.#write({ describe });
  }

  async records(records: SnapshotRecords): Promise<void> {
    this.#records += records.rows.length;
    await this.#write({ records });
  }

  /** Completes the file. @throws the system's error when it could not be written */
  async close(): Promise<void> {
    await this.#write({ end: { objects: this.#objects, records: this.#records } });
    this.#gzip.end();
    await this.#written;
    await rename(this.#partial, this.#path);
  }

  /** Gives up: nothing is left behind. */
  async abort(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#partial, { force: true });
  }

  async #write(line: SnapshotHeader | SnapshotLine): Promise<void> {
    if (this.#gzip.write(`${JSON.stringify(line)}\n`)) return;
    await Promise.race([once(this.#gzip, 'drain'), this.#written]);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

function unwritable(path: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The snapshot ${path} cannot be written: ${reason}.`, {
    cause,
  });
}
