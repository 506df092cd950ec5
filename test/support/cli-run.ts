import { PassThrough, Writable } from 'node:stream';
import { tmpdir } from 'node:os';
import type { ProcessContext } from '../../lib/cli/command-context.interface.js';
import { runProgram } from '../../lib/cli/program.js';

export interface CliRunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it runs in. @default the system's folder of temporary files */
  readonly cwd?: string;
  /** @default the same as `cwd` */
  readonly home?: string;
  /** Whether it runs in a terminal. @default false */
  readonly terminal?: boolean;
  /** The terminal that its standard input and output are, for prompts. @default they are none */
  readonly screen?: { readonly columns: number };
  /** What stands at its standard input; left open when it is not given, for `type`. */
  readonly input?: string;
}

/** A run of the program in this process, with what it writes. Nothing of the machine's environment is seen by it. */
export class CliRun {
  /** Standard output, as it was written. */
  output = '';
  /** Standard error, as it was written. */
  errors = '';
  /** The exit code, once the program has ended. */
  readonly done: Promise<number>;
  readonly #stop = new AbortController();
  readonly #input = new PassThrough();
  readonly #waiting = new Set<{ readonly text: string | RegExp; readonly found: () => void }>();

  constructor(args: readonly string[], options: CliRunOptions = {}) {
    if (options.input !== undefined) this.#input.end(options.input);
    this.done = runProgram(args, this.#context(options));
  }

  /** Runs the program to its end. */
  static async of(
    args: readonly string[],
    options?: CliRunOptions,
  ): Promise<CliRun & { readonly code: number }> {
    const run = new CliRun(args, { input: '', ...options });
    return Object.assign(run, { code: await run.done });
  }

  /** The JSON document it wrote. */
  json<T = unknown>(): T {
    return JSON.parse(this.output) as T;
  }

  /** Types text at its standard input. */
  type(text: string): void {
    this.#input.write(text);
  }

  /** Ends its standard input. */
  endInput(): void {
    this.#input.end();
  }

  /** Resolves once it has written that, to whichever output; rejects when it ends before. */
  async written(text: string | RegExp): Promise<void> {
    const found = new Promise<void>((resolve) => this.#waiting.add({ text, found: resolve }));
    this.#look();
    await Promise.race([found, this.done]);
    if (!this.#has(text)) {
      throw new TypeError(`ended with ${await this.done}:\n${this.output}\n${this.errors}`);
    }
  }

  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<number> {
    this.#stop.abort();
    return this.done;
  }

  #context({
    env = {},
    cwd = tmpdir(),
    home = cwd,
    terminal = false,
    screen,
  }: CliRunOptions): ProcessContext {
    return {
      out: (text) => this.#add('output', `${text}\n`),
      error: (text) => this.#add('errors', `${text}\n`),
      write: async (text) => this.#add('output', text),
      writeError: (text) => this.#add('errors', text),
      env,
      cwd,
      home,
      input: Object.assign(this.#input, { isTTY: terminal || screen !== undefined }),
      screen: screen && Object.assign(this.#screen(), screen),
      terminal,
      columns: 100,
      stopped: this.#stop.signal,
    };
  }

  #screen(): Writable {
    return new Writable({
      write: (text: Buffer, _encoding, done) => {
        this.#add('output', text.toString());
        done();
      },
    });
  }

  #add(where: 'output' | 'errors', text: string): void {
    this[where] += text;
    this.#look();
  }

  #look(): void {
    for (const waiting of this.#waiting) {
      if (!this.#has(waiting.text)) continue;
      this.#waiting.delete(waiting);
      waiting.found();
    }
  }

  #has(text: string | RegExp): boolean {
    const written = `${this.output}\n${this.errors}`;
    return typeof text === 'string' ? written.includes(text) : text.test(written);
  }
}
