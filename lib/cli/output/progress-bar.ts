import type { ProcessContext } from '../command-context.interface.js';

type Terminal = Pick<ProcessContext, 'terminal' | 'writeError' | 'columns'>;

const CELLS = 24;
/** Milliseconds between two looks of the bar: what changes more often nobody can read. */
const PAUSE = 80;
const ERASE_LINE = '\r\u001B[2K';

export interface ProgressBarOptions {
  /** What goes on, such as `Describing`. */
  readonly label: string;
  /** How much there is to do; where that is not known, what was done is counted. */
  readonly total?: number;
  /** @default the system's time, in milliseconds */
  readonly now?: () => number;
}

/** How far a command is, in one line of the terminal; says nothing where there is no terminal. */
export class ProgressBar {
  readonly #context: Terminal;
  readonly #label: string;
  readonly #now: () => number;
  #total: number | undefined;
  #shown = '';
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(context: Terminal, { label, total, now = Date.now }: ProgressBarOptions) {
    this.#context = context;
    this.#label = label;
    this.#total = total;
    this.#now = now;
  }

  /** @param note what is being done, shown behind the bar */
  update(done: number, { total, note }: { readonly total?: number; readonly note?: string } = {}): void {
    if (!this.#context.terminal) return;
    this.#total = total ?? this.#total;
    const now = this.#now();
    if (now - this.#shownAt < PAUSE && done !== this.#total) return;
    this.#shownAt = now;
    this.#show([this.#text(done), note].filter(Boolean).join('  '));
  }

  /** Takes the bar away: what is written next begins in an empty line. */
  end(): void {
    if (this.#shown !== '') this.#context.writeError(ERASE_LINE);
    this.#shown = '';
  }

  #text(done: number): string {
    const total = this.#total;
    if (total === undefined) return `${this.#label} ${done}`;
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const full = Math.floor(share * CELLS);
    const bar = '█'.repeat(full) + '░'.repeat(CELLS - full);
    return `${this.#label} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${total}`;
  }

  #show(text: string): void {
    const line = text.slice(0, (this.#context.columns ?? 80) - 1);
    if (line === this.#shown) return;
    this.#shown = line;
    this.#context.writeError(ERASE_LINE + line);
  }
}
