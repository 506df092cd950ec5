import type { SearchExpression } from './ast/search-expression.js';
import { printSearchExpression } from './sosl-printer.js';

/**
 * What to search for, with operators and wildcards. Made by `sosl.term`; `String(term)` is what stands in the braces of FIND.
 *
 * @publicApi
 */
export class SearchTerm {
  /** @internal */
  readonly expression: SearchExpression;

  /** @internal The tag is the way to make one: it is what keeps values from becoming syntax. */
  constructor(expression: SearchExpression) {
    this.expression = expression;
  }

  toString(): string {
    return printSearchExpression(this.expression);
  }
}
