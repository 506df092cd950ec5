import type { CsvDialect } from './csv-dialect.js';
import { CsvReader } from './csv-reader.js';
import { CsvSyntaxError } from './csv-syntax-error.js';

const QUOTE = 34;
const LF = 10;

/**
 * The rows of a text that comes in pieces of any size: what `CsvReader` gives for all of it, but no more than a piece and a
 * row are held.
 *
 * @throws CsvSyntaxError whose line is that of the whole text
 */
export async function* csvRows(
  pieces: AsyncIterable<Uint8Array | string>,
  dialect: CsvDialect,
): AsyncGenerator<string[], void, undefined> {
  const cutter = new RowCutter();
  for await (const piece of texts(pieces)) yield* rowsOf(cutter.push(piece), dialect);
  yield* rowsOf(cutter.rest(), dialect);
}

async function* texts(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

/** Whole rows, and how many lines the text had before them. */
interface WholeRows {
  readonly text: string;
  readonly lines: number;
}

/** Cuts a text behind the last line end that is no part of a value: behind an even number of quotes, that is. */
class RowCutter {
  #held = '';
  #scanned = 0;
  #quoted = false;
  #lines = 0;
  #linesHeld = 0;

  push(piece: string): WholeRows {
    this.#held += piece;
    let end = -1;
    let linesAtEnd = 0;
    const text = this.#held;
    for (let at = this.#scanned; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) this.#quoted = !this.#quoted;
      if (code !== LF) continue;
      this.#linesHeld++;
      if (this.#quoted) continue;
      end = at + 1;
      linesAtEnd = this.#linesHeld;
    }
    this.#scanned = text.length;
    return end < 0 ? { text: '', lines: this.#lines } : this.#cut(end, linesAtEnd);
  }

  rest(): WholeRows {
    return this.#cut(this.#held.length, this.#linesHeld);
  }

  #cut(end: number, lines: number): WholeRows {
    const rows = { text: this.#held.slice(0, end), lines: this.#lines };
    this.#held = this.#held.slice(end);
    this.#scanned -= end;
    this.#lines += lines;
    this.#linesHeld -= lines;
    return rows;
  }
}

function* rowsOf({ text, lines }: WholeRows, dialect: CsvDialect): Generator<string[], void, undefined> {
  try {
    // A byte order mark is one at the very beginning only; behind it, the character belongs to the row.
    yield* lines === 0 ? new CsvReader(text, dialect) : new CsvReader(`\n${text}`, dialect, 1);
  } catch (error) {
    if (!(error instanceof CsvSyntaxError) || lines === 0) throw error;
    throw new CsvSyntaxError(error.reason, error.line - 1 + lines);
  }
}
