import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import type { QueryResponse } from '../protocol/query-response.interface.js';

/** Some of the records of a page, and what the page says of itself. */
export interface PagePart<T> extends QueryResponse<T> {
  /** Whether records of the same page come next. */
  readonly more?: boolean;
}

/** As many bytes are parsed at a time, and what is missing of the last record. */
const PART = 64 * 1024;

/** All the platform says before the records of a page, up to the kind of the first one, and all it may say after them. */
const HEAD =
  /^\{(?:"totalSize":(?:0|[1-9]\d*),|"done":(?:true|false),|"nextRecordsUrl":"[\w/.-]*",)*"records":\[(?=\{"attributes":\{"type":"(\w+)")/;
const TAIL =
  /^\](?:,"totalSize":(?:0|[1-9]\d*)|,"done":(?:true|false)|,"nextRecordsUrl":"[\w/.-]*")*\}[ \t\r\n]*$/;
const LONGEST_HEAD = 1_000;
const LONGEST_TAIL = 500;

/** A page whose records can be parsed part by part. */
export interface PartedPage<T> {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  parts(): Generator<PagePart<T>, void, undefined>;
}

/**
 * The parts of a page, parsed as they are asked for: of its records, which take several times the room of their text, a few
 * are held at a time. Undefined for a text that is not written as the platform writes a page.
 *
 * The list of records is cut at commas. Any cut gives exactly the records of the whole if each piece is a list of JSON values
 * by itself: lists with commas between them are a list, and JSON can be read in one way only. A piece that is none was cut
 * within a record, at the child records of its own kind or in a text that is broken anyway, and is then parsed together with
 * all that follows.
 *
 * @param size bytes of a part, to which the rest of its last record is added
 * @throws InvalidResponseException (the parts) where the text of the records is no JSON
 */
export function partedPage<T>(bytes: Buffer, connection: string, size = PART): PartedPage<T> | undefined {
  const head = HEAD.exec(bytes.toString('latin1', 0, LONGEST_HEAD));
  const end = bytes.lastIndexOf(']');
  if (!head || end < head[0].length || bytes.length - end > LONGEST_TAIL) return undefined;
  const tail = bytes.toString('latin1', end);
  if (!TAIL.test(tail)) return undefined;
  const { totalSize, done, nextRecordsUrl } = JSON.parse(head[0] + tail) as QueryResponse<T>;
  if (typeof done !== 'boolean') return undefined;
  const boundary = Buffer.from(`},{"attributes":{"type":"${head[1]}"`);
  return {
    totalSize,
    done,
    nextRecordsUrl,
    *parts() {
      let from = head[0].length;
      while (from < end) {
        const cut = bytes.indexOf(boundary, from + size) + 1;
        let to = cut > 0 && cut < end ? cut : end;
        let records = parseRecords<T>(bytes, from, to);
        if (!records) records = parseRecords<T>(bytes, from, (to = end));
        if (!records) throw exceptionFromResponse({ status: 200, body: bytes.toString(), connection });
        from = to + 1;
        yield { totalSize, done, nextRecordsUrl, records, more: from < end };
      }
    },
  };
}

function parseRecords<T>(bytes: Buffer, from: number, to: number): T[] | undefined {
  try {
    return JSON.parse(`[${bytes.toString('utf8', from, to)}]`) as T[];
  } catch {
    return undefined;
  }
}
