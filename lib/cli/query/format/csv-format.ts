import { CsvWriter } from '../../../csv/csv-writer.js';
import { plainValue } from '../result/plain-record.js';
import type { ResultSet } from '../result/result-set.interface.js';
import { TextBuffer } from './text-buffer.js';
import type { TextSink } from '../../output/text-sink.interface.js';

/** Writes a row of titles, and then a row a record. What is no single value, such as the records of a subquery, is JSON. */
export async function writeCsv({ columns, pages }: ResultSet, sink: TextSink): Promise<number> {
  const writer = new CsvWriter({ delimiter: ',' });
  const buffer = new TextBuffer(sink);
  let count = 0;
  buffer.add(writer.row(columns.map(({ title }) => title)));
  for await (const records of pages) {
    for (const record of records) {
      buffer.add(writer.row(columns.map((column) => cellOf(column.value(record)))));
      if (buffer.isFull) await buffer.flush();
    }
    count += records.length;
    await buffer.flush();
  }
  await buffer.flush();
  return count;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(plainValue(value)) : String(value);
}
