import type { CsvWriter } from '../csv/csv-writer.js';

/** What one job takes: 150 MB in base64, which is how the platform counts. */
const MOST_UPLOAD_BYTES = 100_000_000;

/** What is uploaded at once. */
export interface UploadPart<Row> {
  /** The header and the rows. */
  readonly csv: Uint8Array;
  readonly rows: readonly Row[];
}

export interface UploadOptions<Row> {
  readonly header: readonly string[];
  /** The values of a row, as many as the header has. */
  cells(row: Row): readonly string[];
  readonly writer: CsvWriter;
  /** Bytes of a part. @default 100,000,000, which is what a job takes */
  readonly bytes?: number;
  /** Rows of a part. @default no limit */
  readonly rows?: number;
}

/** Divides rows into parts that a job takes; a row is never divided. */
export async function* uploadParts<Row>(
  source: AsyncIterable<Row>,
  { header, cells, writer, bytes = MOST_UPLOAD_BYTES, rows: most = Infinity }: UploadOptions<Row>,
): AsyncGenerator<UploadPart<Row>, void, undefined> {
  const head = writer.row(header);
  let lines = [head];
  let size = Buffer.byteLength(head);
  let rows: Row[] = [];
  const cut = (): UploadPart<Row> => {
    const part = { csv: Buffer.from(lines.join('')), rows };
    // What is handed over is not held any longer.
    lines = [head];
    size = Buffer.byteLength(head);
    rows = [];
    return part;
  };
  for await (const row of source) {
    const line = writer.row(cells(row));
    const length = Buffer.byteLength(line);
    if (rows.length > 0 && (size + length > bytes || rows.length >= most)) yield cut();
    lines.push(line);
    size += length;
    rows.push(row);
  }
  if (rows.length > 0) yield cut();
}
