import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { callbackify } from 'node:util';
import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import { printableLines } from '../../output/printable.js';
import { CompletionCatalog } from '../completion/completion-catalog.js';
import { splitStatements } from '../statements.js';
import { isSearch, type StatementRunner } from '../statement-runner.js';
import { PromptCompleter } from './prompt-completer.js';
import { promptCommand } from './prompt-commands.js';
import type { PromptSettings } from './prompt-settings.js';
import { MOST_REMEMBERED, type QueryHistory } from './query-history.js';

const PROMPT = 'soql> ';
const CONTINUED = '   -> ';

/** What a prompt is made of. */
export interface QueryPromptParts {
  readonly input: Readable;
  readonly screen: Writable;
  readonly schema: DescribeSource;
  readonly runner: StatementRunner;
  readonly history: QueryHistory;
  readonly settings: PromptSettings;
  out(text: string): void;
  error(text: string): void;
}

/** Reads statements from a terminal and runs them one after the other, until the user has enough. */
export class QueryPrompt {
  readonly #parts: QueryPromptParts;
  readonly #lines: string[] = [];
  readonly #completer: PromptCompleter;
  readonly #readline: Interface;
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;
  /** What readline offers to the arrow keys: its list, which is filled with whole statements instead of lines. */
  #recalled: string[] = [];
  /** Lines of a statement that has no semicolon yet. */
  #pending = '';
  #running: AbortController | undefined;
  #isBusy = false;
  #isClosed = false;

  constructor(parts: QueryPromptParts) {
    this.#parts = parts;
    this.#ended = new Promise((resolve) => (this.#end = resolve));
    this.#completer = new PromptCompleter(new CompletionCatalog(parts.schema));
    this.#readline = createInterface({
      input: parts.input,
      output: parts.screen,
      terminal: true,
      history: [...parts.history.latestFirst],
      historySize: MOST_REMEMBERED,
      completer: callbackify((_line: string) => this.#complete()),
    });
    this.#listen();
  }

  /** Shows the prompt. Resolves when the user has ended it, or the signal has. */
  async run(stopped: AbortSignal): Promise<void> {
    const stop = (): void => {
      this.#running?.abort();
      this.#close();
    };
    stopped.addEventListener('abort', stop, { once: true });
    this.#ask();
    if (stopped.aborted) stop();
    await this.#ended;
    stopped.removeEventListener('abort', stop);
  }

  /** What readline asks for: candidates, and what of the line they stand in place of. */
  async #complete(): Promise<[string[], string]> {
    const { line, cursor } = this.#readline;
    const before = this.#pending;
    const { candidates, typed } = await this.#completer.complete(before + line, before.length + cursor);
    return [[...candidates], typed];
  }

  #listen(): void {
    this.#readline
      .on('line', (line) => {
        this.#lines.push(line);
        void this.#work();
      })
      .on('history', (lines) => {
        this.#recalled = lines;
        this.#recall();
      })
      .on('SIGINT', () => this.#interrupt())
      .on('close', () => {
        this.#isClosed = true;
        if (!this.#isBusy) this.#end();
      });
  }

  /** Takes lines as long as there are any: more of them may be typed while a statement runs. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift()) {
      await this.#take(line);
    }
    this.#isBusy = false;
    if (this.#isClosed) this.#end();
    else this.#ask();
  }

  async #take(line: string): Promise<void> {
    if (this.#pending === '' && line.trimStart().startsWith('.')) {
      await this.#remember(line);
      await this.#attempt((signal) => this.#command(line.trim(), signal));
      return;
    }
    const { complete, rest } = splitStatements(this.#pending + line);
    this.#pending = rest.trim() === '' ? '' : `${rest}\n`;
    for (const statement of complete) {
      await this.#remember(`${statement};`);
      if (!(await this.#attempt((signal) => this.#statement(statement, signal)))) return;
    }
  }

  async #command(line: string, signal: AbortSignal): Promise<void> {
    const [, name = '', argument = ''] = /^(\S+)\s*([^]*)$/.exec(line) ?? [];
    const { schema, settings, runner, out } = this.#parts;
    await promptCommand(name).run(argument, {
      schema,
      settings,
      out,
      explain: async (soql) => void (await runner.explain(soql, settings, signal)),
      quit: () => this.#close(),
    });
  }

  async #statement(statement: string, signal: AbortSignal): Promise<void> {
    const { runner, settings, out } = this.#parts;
    const started = performance.now();
    const count = isSearch(statement)
      ? await runner.search(statement, settings, signal)
      : await runner.query(statement, settings, signal);
    const took = Math.round(performance.now() - started);
    const records = count === 1 ? '1 record' : `${count} records`;
    out(`${records}, ${took} ms\n`);
  }

  /** Does something that Ctrl-C ends, and tells what went wrong. @returns whether what follows in the line is still wanted */
  async #attempt(action: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    const running = (this.#running = new AbortController());
    try {
      await action(running.signal);
    } catch (error) {
      this.#parts.error(
        running.signal.aborted ? 'Ended before it was done.' : printableLines((error as Error).message),
      );
    } finally {
      this.#running = undefined;
    }
    return !running.signal.aborted;
  }

  async #remember(statement: string): Promise<void> {
    const { history, error } = this.#parts;
    await history.add(statement).catch((cause: Error) => error(`It is not remembered: ${cause.message}`));
    this.#recall();
  }

  #recall(): void {
    this.#recalled.splice(0, this.#recalled.length, ...this.#parts.history.latestFirst);
  }

  /** Ctrl-C: of what runs the end, of what is being written a fresh start. */
  #interrupt(): void {
    if (this.#running) return this.#running.abort();
    this.#pending = '';
    this.#readline.write(null, { ctrl: true, name: 'e' });
    this.#readline.write(null, { ctrl: true, name: 'u' });
    this.#parts.screen.write('\n');
    this.#ask();
  }

  #ask(): void {
    this.#readline.setPrompt(this.#pending === '' ? PROMPT : CONTINUED);
    this.#readline.prompt();
  }

  #close(): void {
    this.#lines.length = 0;
    this.#readline.close();
  }
}
