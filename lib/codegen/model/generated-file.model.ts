import type { ImportModel } from './import.model.js';
import type { StatementModel } from './statement.model.js';

/** A source file as plain data: `printFile` makes text of it, an update merges it into the file that is there. */
export interface GeneratedFile {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  /** Text of the comment at the top. */
  readonly header?: string;
  /** One name each, sorted by where they come from. */
  readonly imports: readonly ImportModel[];
  readonly statements: readonly StatementModel[];
}
