/** What a command has of the process it runs in. */
export interface CommandContext {
  out(text: string): void;
  error(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user asks the process to stop. */
  readonly stopped: AbortSignal;
}
