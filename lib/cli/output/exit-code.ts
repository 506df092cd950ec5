/** What the process ends with, for scripts and builds to go by. */
export const ExitCode = {
  Ok: 0,
  /** Something could not be done; the error says what. */
  Failure: 1,
  /** The command line is wrong. */
  Usage: 2,
  /** All was done, and there are differences: what `check` and `diff` look for. */
  Differences: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
