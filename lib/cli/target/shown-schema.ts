import type { DescribeSource, DescribeSourceOptions } from '../../schema/describe-source.interface.js';
import type { CommandContext } from '../command-context.interface.js';
import type { Target } from './target.interface.js';
import { withProgress } from './with-progress.js';

/**
 * The objects of a target, described as {@link withProgress} describes them.
 *
 * @param named names and patterns that the objects were asked for by; the default is by name, all of them
 */
export function shownSchema(
  target: Target,
  context: CommandContext,
  named?: readonly string[],
): DescribeSource {
  const { schema } = target;
  return {
    list: () => schema.list(),
    describe: (names, { onRefused } = {}) => {
      const source = onRefused
        ? {
            describe: (all: readonly string[], options?: DescribeSourceOptions) =>
              schema.describe(all, { ...options, onRefused }),
          }
        : schema;
      return withProgress(source, names, target, context, named);
    },
    get calls() {
      return schema.calls;
    },
  };
}
