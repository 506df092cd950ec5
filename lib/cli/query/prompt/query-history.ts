import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Statements that are remembered. */
export const MOST_REMEMBERED = 1_000;

/** For the user's eyes only: queries hold what they look for. */
const MODE = 0o600;

/** What has been written at the prompt, for the next time: a line a statement, the latest one last. */
export class QueryHistory {
  readonly #path: string | undefined;
  readonly #most: number;
  #statements: string[] = [];

  /** @param path of the file; undefined for what is forgotten in the end */
  constructor(path: string | undefined, most = MOST_REMEMBERED) {
    this.#path = path;
    this.#most = most;
  }

  /** Where statements are remembered by default. */
  static pathIn(home: string): string {
    return join(home, '.nestjs-salesforce', 'query-history');
  }

  /** The statements, the latest one first. */
  get latestFirst(): readonly string[] {
    return this.#statements.toReversed();
  }

  /** Reads the file; does without one that cannot be read. */
  async load(): Promise<void> {
    this.#statements = await this.#read();
  }

  /** Remembers a statement, in one line, unless it is the same as the one before. */
  async add(statement: string): Promise<void> {
    const line = statement.replace(/\s*\n\s*/g, ' ').trim();
    if (line === '' || line === this.#statements.at(-1)) return;
    this.#statements = this.#withNew(this.#statements, line);
    if (this.#path !== undefined) await this.#save(this.#path, line);
  }

  async #read(): Promise<string[]> {
    if (this.#path === undefined) return [];
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  /** In place of the old file in one step, and with what another prompt has added meanwhile. */
  async #save(path: string, line: string): Promise<void> {
    const statements = this.#withNew(await this.#read(), line);
    const partial = `${path}.${randomUUID()}.partial`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(partial, `${statements.join('\n')}\n`, { mode: MODE });
    await rename(partial, path);
  }

  #withNew(statements: readonly string[], line: string): string[] {
    const all = statements.at(-1) === line ? statements : [...statements, line];
    return all.slice(-this.#most);
  }
}
