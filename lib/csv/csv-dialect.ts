/** How the rows of a text are written. */
export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
  /** What rows must end with; any line end will do when it is absent. */
  readonly lineEnding?: '\n' | '\r\n';
}

/** The delimiters of the Bulk API by name. */
export const COLUMN_DELIMITERS = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;

/** The line ends of the Bulk API by name. */
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

export type ColumnDelimiter = keyof typeof COLUMN_DELIMITERS;
export type LineEnding = keyof typeof LINE_ENDINGS;
