import type { SearchExpression, SearchNegation, SearchPhrase, SearchWord } from '../search-expression.js';

/** In the pattern, `*` and `?` are wildcards, and `\` takes away their meaning. It has no spaces. */
export function searchWord(pattern: string): SearchWord {
  return { kind: 'word', pattern };
}

/** `"pattern"` */
export function searchPhrase(pattern: string): SearchPhrase {
  return { kind: 'phrase', pattern };
}

/** The terms side by side; a single one is returned as it is. */
export function searchSequence(
  ...terms: readonly [SearchExpression, ...SearchExpression[]]
): SearchExpression {
  if (terms.length === 1) return terms[0];
  return { kind: 'sequence', terms };
}

/** All of the operands; a single one is returned as it is. */
export function searchAnd(
  ...operands: readonly [SearchExpression, ...(SearchExpression | SearchNegation)[]]
): SearchExpression {
  if (operands.length === 1) return operands[0];
  return { kind: 'and', operands };
}

/** Any of the operands; a single one is returned as it is. */
export function searchOr(...operands: readonly [SearchExpression, ...SearchExpression[]]): SearchExpression {
  if (operands.length === 1) return operands[0];
  return { kind: 'or', operands };
}

/** What must not be found, as an operand of {@link searchAnd}. */
export function searchNot(operand: SearchExpression): SearchNegation {
  return { kind: 'not', operand };
}
