import type { Readable, Writable } from 'node:stream';
import type { ExitCode } from './output/exit-code.js';

/** What the program has of the process it runs in. */
export interface ProcessContext {
  /** Writes a line, or lines, of what was asked for: standard output. */
  out(text: string): void;
  /** Writes a line, or lines, about the run: standard error. */
  error(text: string): void;
  /** Writes a part of what was asked for, with no line end; resolves once there is room for more. */
  write(text: string): Promise<void>;
  /** Writes about the run with no line end: prompts and progress. */
  writeError(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The user's home folder. */
  readonly home: string;
  readonly input: Readable;
  /** Whether somebody reads along: standard error is a terminal. */
  readonly terminal: boolean;
  /** How wide that terminal is. @default 80 */
  readonly columns?: number;
  /** Standard output, where that is a terminal: prompts are shown there, and tables are no wider. */
  readonly screen?: Writable & { readonly columns?: number };
  /** Aborted when the user asks the process to stop. */
  readonly stopped: AbortSignal;
}

/** What a command has of the program that runs it. */
export interface CommandContext extends ProcessContext {
  /** What the process ends with, where nothing failed. @default ExitCode.Ok */
  exitWith(code: ExitCode): void;
}
