/** Where a place of a template stands. */
export type SoslContext =
  /** Outside the braces and outside quotes. */
  | 'clause'
  /** Within the quotes of a value. */
  | 'string'
  /** Within the braces of FIND. */
  | 'search'
  /** Within the quotes of a phrase to search for. */
  | 'phrase';

/** The context at the end of a piece of text that begins in `context`. */
export function contextAfter(context: SoslContext, piece: string): SoslContext {
  let current = context;
  for (let i = 0; i < piece.length; i++) {
    const character = piece.charAt(i);
    if (character === '\\' && current !== 'clause') i++;
    else current = NEXT[current][character] ?? current;
  }
  return current;
}

const NEXT: Readonly<Record<SoslContext, Readonly<Record<string, SoslContext>>>> = {
  clause: { "'": 'string', '{': 'search' },
  string: { "'": 'clause' },
  search: { '"': 'phrase', '}': 'clause' },
  phrase: { '"': 'search' },
};
