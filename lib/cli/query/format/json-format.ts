import { plainRecord, type PlainRecordOptions } from '../result/plain-record.js';
import type { ResultSet } from '../result/result-set.interface.js';
import { TextBuffer } from './text-buffer.js';
import type { TextSink } from '../../output/text-sink.interface.js';

/** Writes one JSON document, the list of the records; each of them stands in a line of its own. */
export async function writeJsonList(
  result: ResultSet,
  sink: TextSink,
  options: PlainRecordOptions = {},
): Promise<number> {
  const count = await writeRecords(result, sink, options, (json, isFirst) =>
    isFirst ? `[\n${json}` : `,\n${json}`,
  );
  await sink.write(count === 0 ? '[]\n' : '\n]\n');
  return count;
}

/** Writes a JSON document a record, each in a line of its own. */
export async function writeJsonLines(
  result: ResultSet,
  sink: TextSink,
  options: PlainRecordOptions = {},
): Promise<number> {
  return writeRecords(result, sink, options, (json) => `${json}\n`);
}

async function writeRecords(
  { pages }: ResultSet,
  sink: TextSink,
  options: PlainRecordOptions,
  textOf: (json: string, isFirst: boolean) => string,
): Promise<number> {
  const buffer = new TextBuffer(sink);
  let count = 0;
  for await (const records of pages) {
    for (const record of records) {
      buffer.add(textOf(JSON.stringify(plainRecord(record, options)), count++ === 0));
      if (buffer.isFull) await buffer.flush();
    }
    await buffer.flush();
  }
  return count;
}
