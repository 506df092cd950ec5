/** A word to look for. */
export interface SearchWord {
  readonly kind: 'word';
  /** The characters; `*` stands for any of them, `?` for exactly one, and `\` takes away their meaning and its own. */
  readonly pattern: string;
}

/** `"John Smith"`: words that stand in this order. */
export interface SearchPhrase {
  readonly kind: 'phrase';
  /** Like the pattern of a word, with spaces. */
  readonly pattern: string;
}

/** `Acme "New York"`: two or more terms side by side, all of which are to be found. */
export interface SearchSequence {
  readonly kind: 'sequence';
  readonly terms: readonly SearchExpression[];
}

/** `Acme AND "New York" AND NOT Ltd`: two or more operands, the first of which is no negation. */
export interface SearchConjunction {
  readonly kind: 'and';
  readonly operands: readonly (SearchExpression | SearchNegation)[];
}

/** `Acme OR Globex`: two or more operands. */
export interface SearchDisjunction {
  readonly kind: 'or';
  readonly operands: readonly SearchExpression[];
}

/** `NOT Ltd`; the language has it after `AND` only. */
export interface SearchNegation {
  readonly kind: 'not';
  readonly operand: SearchExpression;
}

/** What stands in the braces of `FIND {…}`. */
export type SearchExpression =
  SearchWord | SearchPhrase | SearchSequence | SearchConjunction | SearchDisjunction;
