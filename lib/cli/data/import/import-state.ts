import { appendFile, open, rm } from 'node:fs/promises';
import { failureReason } from '../../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { ownText } from '../own-text.js';

const FORMAT = 'nestjs-salesforce/import';
const VERSION = 1;

/** The first line of the file. */
interface Header {
  readonly format: string;
  readonly version: number;
  readonly org: string;
}

/** A line of the file. */
type Entry =
  | Header
  | { readonly object: string; readonly done: Readonly<Record<string, string>> }
  | { readonly object: string; readonly finished: readonly string[] }
  | { readonly object: string; readonly sent: readonly string[] }
  | { readonly object: string; readonly refused: readonly string[] }
  | {
      readonly object: string;
      readonly job: string;
      readonly rows: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly object: string; readonly settled: string };

/** A job of the Bulk API whose results were not read. */
export interface OpenJob {
  readonly object: string;
  readonly job: string;
  /** The keys of its rows, by the hash of what was uploaded of them. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

/**
 * What an import has done, in a file that a later run goes on from. A call is noted before it is made: of rows whose answer
 * never came, nobody knows whether they were written.
 */
export class ImportState {
  readonly #path: string;
  readonly #done = new Map<string, Map<string, string>>();
  readonly #finished = new Map<string, Set<string>>();
  readonly #doubtful = new Map<string, Set<string>>();
  readonly #jobs = new Map<string, OpenJob>();

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * @param org which one the records go to
   * @param fresh forgets what an earlier run has done
   * @throws SalesforceConfigurationException for a file of another org, or that is none
   */
  static async open(path: string, org: string, fresh = false): Promise<ImportState> {
    const state = new ImportState(path);
    try {
      if (fresh) await state.#forget();
      await state.#load(org);
      return state;
    } catch (cause) {
      if (cause instanceof SalesforceConfigurationException) throw cause;
      const reason = failureReason(cause);
      throw new SalesforceConfigurationException(`${path} cannot hold the state: ${reason}.`, { cause });
    }
  }

  /** The id of a record that was written. */
  idOf(object: string, key: string): string | undefined {
    return this.#done.get(object)?.get(key);
  }

  /** Whether the second pass is done with a record. */
  isFinished(object: string, key: string): boolean {
    return this.#finished.get(object)?.has(key) === true;
  }

  /** Whether a row was sent, and what came of it is not known. */
  isDoubtful(object: string, key: string): boolean {
    return this.#doubtful.get(object)?.has(key) === true;
  }

  get openJobs(): readonly OpenJob[] {
    return [...this.#jobs.values()];
  }

  /** To be called before rows are sent. */
  async sent(object: string, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) return this.#note({ object, sent: keys });
  }

  async done(object: string, ids: Readonly<Record<string, string>>): Promise<void> {
    if (Object.keys(ids).length > 0) return this.#note({ object, done: ids });
  }

  async finished(object: string, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) return this.#note({ object, finished: keys });
  }

  /** It is certain that the rows were not written. */
  async refused(object: string, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) return this.#note({ object, refused: keys });
  }

  /** To be called before a job is given its rows. */
  started({ object, job, rows }: OpenJob): Promise<void> {
    return this.#note({ object, job, rows });
  }

  /** The results of a job are noted. */
  settled(object: string, job: string): Promise<void> {
    return this.#note({ object, settled: job });
  }

  async #note(entry: Entry): Promise<void> {
    await this.#append(entry);
    this.#take(entry);
  }

  #append(entry: Entry): Promise<void> {
    return appendFile(this.#path, `${JSON.stringify(entry)}\n`);
  }

  /** What is no state is somebody's file. */
  async #forget(): Promise<void> {
    for await (const line of linesOf(this.#path)) {
      this.#requireState(parse(line));
      break;
    }
    await rm(this.#path, { force: true });
  }

  async #load(org: string): Promise<void> {
    let first = true;
    for await (const line of linesOf(this.#path)) {
      const entry = parse(line);
      if (first) this.#requireOrg(this.#requireState(entry), org);
      first = false;
      // A line that is cut off is the last one of a run that was killed: what it was to say never happened for it.
      if (entry) this.#take(entry);
    }
    if (first) await this.#append({ format: FORMAT, version: VERSION, org });
    // What is appended begins in a line of its own, whatever the last one is.
    else await appendFile(this.#path, '\n');
  }

  #requireState(entry: Entry | undefined): Header {
    if (entry && 'format' in entry && entry.format === FORMAT && entry.version === VERSION) return entry;
    throw new SalesforceConfigurationException(
      `${this.#path} is not the state of an import: remove it, or name another file by --state.`,
    );
  }

  #requireOrg(header: Header, org: string): void {
    if (header.org === org) return;
    throw new SalesforceConfigurationException(
      `${this.#path} is the state of an import to another org. Name another file by --state, or begin anew by --fresh.`,
    );
  }

  #take(entry: Entry): void {
    if ('format' in entry) return;
    const { object } = entry;
    if ('done' in entry) this.#takeDone(object, Object.entries(entry.done));
    else if ('finished' in entry) for (const key of entry.finished) setOf(this.#finished, object).add(key);
    else if ('sent' in entry) for (const key of entry.sent) setOf(this.#doubtful, object).add(key);
    else if ('refused' in entry) for (const key of entry.refused) this.#doubtful.get(object)?.delete(key);
    else if ('job' in entry) this.#jobs.set(entry.job, entry);
    else this.#jobs.delete(entry.settled);
  }

  #takeDone(object: string, ids: readonly (readonly [string, string])[]): void {
    const done = this.#done.get(object) ?? new Map<string, string>();
    this.#done.set(object, done);
    for (const [key, id] of ids) {
      done.set(key, ownText(id));
      this.#doubtful.get(object)?.delete(key);
    }
  }
}

function setOf(sets: Map<string, Set<string>>, object: string): Set<string> {
  const set = sets.get(object) ?? new Set<string>();
  sets.set(object, set);
  return set;
}

/** None where there is no file. */
async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!file) return;
  try {
    yield* file.readLines({ autoClose: false });
  } finally {
    await file.close();
  }
}

function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
