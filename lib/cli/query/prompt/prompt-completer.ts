import type { CompletionCatalog } from '../completion/completion-catalog.js';
import { type Completion, QueryCompleter } from '../completion/query-completer.js';
import { PROMPT_COMMANDS } from './prompt-commands.js';

/** Completes what is written at the prompt: commands of its own, and statements. */
export class PromptCompleter {
  readonly #catalog: CompletionCatalog;
  readonly #queries: QueryCompleter;

  constructor(catalog: CompletionCatalog) {
    this.#catalog = catalog;
    this.#queries = new QueryCompleter(catalog);
  }

  /** @param cursor where in the text somebody is writing */
  async complete(text: string, cursor: number): Promise<Completion> {
    const [, name = '', space = ''] = /^(\.\w*)(\s*)/.exec(text) ?? [];
    if (name === '') return this.#queries.complete(text, cursor);
    if (cursor <= name.length)
      return matching(
        PROMPT_COMMANDS.map((command) => command.name),
        name.slice(0, cursor),
      );
    const start = name.length + space.length;
    const command = PROMPT_COMMANDS.find((one) => one.name === name.toLowerCase());
    if (command?.completion === 'query') return this.#queries.complete(text.slice(start), cursor - start);
    const words = command?.completion === 'objects' ? await this.#catalog.objectNames() : command?.completion;
    return matching(words ?? [], text.slice(start, cursor));
  }
}

function matching(words: readonly string[], typed: string): Completion {
  const wanted = typed.toLowerCase();
  return { candidates: words.filter((word) => word.toLowerCase().startsWith(wanted)), typed };
}
