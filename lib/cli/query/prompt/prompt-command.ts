import type { DescribeSource } from '../../../schema/describe-source.interface.js';
import type { PromptSettings } from './prompt-settings.js';

/** What a command of the prompt works with. */
export interface PromptSurroundings {
  readonly schema: DescribeSource;
  readonly settings: PromptSettings;
  /** Writes lines of a result. */
  out(text: string): void;
  /** Asks how the org would run a query, and writes it. */
  explain(soql: string): Promise<void>;
  /** Ends the prompt. */
  quit(): void;
}

/** A command of the prompt, such as `.describe Account`. */
export interface PromptCommand {
  readonly name: string;
  /** What follows the name, for the help. */
  readonly argument?: string;
  readonly description: string;
  /** What the argument may be: words, or what stands at such a place in a query. */
  readonly completion?: readonly string[] | 'objects' | 'query';
  run(argument: string, surroundings: PromptSurroundings): Promise<void> | void;
}
