import { exceptionClassOf } from '../../exceptions/exception-families.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import type { DescribeSourceOptions } from '../../schema/describe-source.interface.js';
import type { ProcessContext } from '../command-context.interface.js';
import { ProgressBar } from '../output/progress-bar.js';
import type { Target } from './target.interface.js';

/**
 * Describes objects for a command: with a progress bar on a terminal, until the user stops it, and with a word on what is not
 * lost when it fails half-way. Where only some objects are asked for by name, the others are left out, with a word, when the org
 * refuses to describe them: orgs have a few of those.
 *
 * @param named names and patterns that the objects were asked for by; the default is by name, all of them
 *
 * ```text
 * for await (const definition of withProgress(target.schema, names, target, context)) …
 * ```
 */
export async function* withProgress<T>(
  source: { describe(names: readonly string[], options?: DescribeSourceOptions): AsyncIterable<T> },
  names: readonly string[],
  { keeps }: Pick<Target, 'keeps'>,
  context: Pick<ProcessContext, 'error' | 'writeError' | 'terminal' | 'columns' | 'stopped'>,
  named: readonly string[] = names,
): AsyncGenerator<T, void, undefined> {
  const bar = new ProgressBar(context, { label: 'Describing', total: names.length });
  let done = 0;
  const onProgress = (count: number): void => {
    done = count;
    bar.update(count, { note: names[count - 1] });
  };
  let refusal: Error | undefined;
  const wanted = new Set(named.map((name) => name.toLowerCase()));
  const onRefused = (name: string, error: Error): void => {
    if (wanted.has(name.toLowerCase())) throw (refusal = refusalOf(name, error));
    bar.end();
    context.error(`${name} is left out, since the org does not describe it: ${error.message}`);
  };
  try {
    bar.update(0);
    yield* source.describe(names, { signal: context.stopped, onProgress, onRefused });
  } catch (error) {
    bar.end();
    if (keeps && done > 0 && error !== refusal) {
      context.error(
        `${done} of ${names.length} objects were described and are kept: run the command again to go on.`,
      );
    }
    throw error;
  } finally {
    bar.end();
  }
}

/** What the org says, which is not of what. */
function refusalOf(name: string, error: Error): Error {
  if (!(error instanceof SalesforceException)) return error;
  const { errorCode = '', status, errors, connection } = error;
  const Refusal = exceptionClassOf(errorCode, status);
  const message = `${name} cannot be described: ${error.message}`;
  return new Refusal(message, { errorCode, status, errors, connection, cause: error });
}
