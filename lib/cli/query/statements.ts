/** Statements, as they are written: each up to its semicolon. */
export interface Statements {
  /** Those that are complete, without their semicolons and the space around them. */
  readonly complete: readonly string[];
  /** What is behind the last semicolon. */
  readonly rest: string;
}

/** A string, which may hold semicolons, or anything else up to the next one. */
const PIECE = /'(?:\\[^]|[^\\'])*'?|[^';]+|;/y;
/** What a search is for is no part of the language: quotes in it are quotes. */
const SEARCHED = /\s*find\s*\{(?:\\[^]|[^\\}])*\}?/iy;

/** Splits a text into statements. */
export function splitStatements(text: string): Statements {
  const complete: string[] = [];
  let start = 0;
  let at = endOf(SEARCHED, text, 0);
  while (at < text.length) {
    const end = endOf(PIECE, text, at);
    if (text[at] === ';') {
      const statement = text.slice(start, at).trim();
      if (statement !== '') complete.push(statement);
      start = end;
      at = endOf(SEARCHED, text, end);
    } else {
      at = end;
    }
  }
  return { complete, rest: text.slice(start) };
}

/** Where a piece at a place ends; the place itself where none is there. */
function endOf(piece: RegExp, text: string, at: number): number {
  piece.lastIndex = at;
  return piece.test(text) ? piece.lastIndex : at;
}
