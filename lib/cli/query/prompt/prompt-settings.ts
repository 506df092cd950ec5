import type { StatementOptions } from '../statement-runner.js';

/** What the user of a prompt may change while it is open. */
export type PromptSettings = { -readonly [Key in keyof StatementOptions]: StatementOptions[Key] };
