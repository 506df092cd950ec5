import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { mergeOrder, type RecordComparison, selectingItsOrder } from './merge-order.js';
import { pageWindow, type RecordPages } from './page-window.js';
import { splitQuery } from './split-query.js';

/** Results that are read at a time; an org may keep no more cursors open for a user. */
const MOST_AT_A_TIME = 10;

/**
 * The records of a query that is too long for the platform, read in parts: in its order, and no more of them than it asks for.
 *
 * @param read runs one of the parts, which the signal ends
 * @throws InvalidQueryException for a query that cannot be split, and for an order or a number of parts that cannot be merged;
 * nothing was sent.
 */
export function mergedPages(
  query: SoqlQuery,
  { entity }: EntityShape,
  read: (part: SoqlQuery, signal?: AbortSignal) => RecordPages,
  split: (query: SoqlQuery) => readonly SoqlQuery[] = splitQuery,
): RecordPages {
  const { limit, offset = 0, orderBy } = query;
  const refuse = (reason: string): never => {
    throw new InvalidQueryException(
      `${entity.target.name}: the query is too long for the platform, and ${reason}`,
    );
  };
  const whole = soqlQuery({
    ...query,
    limit: limit === undefined ? undefined : limit + offset,
    offset: undefined,
  });
  if (!orderBy) return pageWindow(inTurn(split(whole), read), offset, limit);
  const compare = mergeOrder(orderBy, entity);
  const parts = split(selectingItsOrder(whole));
  if (parts.length > MOST_AT_A_TIME) {
    refuse(
      `only ${MOST_AT_A_TIME} of its ${parts.length} parts can be merged in order. Order the records after reading.`,
    );
  }
  const done = new AbortController();
  const runs = parts.map((part) => new Run(read(part, done.signal), compare, entity.apiName));
  return pageWindow(inOrder(runs, compare, done), offset, limit);
}

/** One part after the other. */
async function* inTurn(parts: readonly SoqlQuery[], read: (part: SoqlQuery) => RecordPages): RecordPages {
  let before = 0;
  for (const part of parts) {
    let total = 0;
    for await (const page of read(part)) {
      ({ total } = page);
      yield { total: before + total, records: page.records };
    }
    before += total;
  }
}

async function* inOrder(runs: readonly Run[], compare: RecordComparison, done: AbortController): RecordPages {
  try {
    await Promise.all(runs.map((run) => run.advance()));
    const total = runs.reduce((sum, run) => sum + run.total, 0);
    let open = runs.filter((run) => run.head !== undefined);
    let records: WireRecord[] = [];
    while (open.length > 0) {
      const first = firstOf(open, compare);
      records.push(first.take());
      if (first.head !== undefined) continue;
      yield { total, records };
      records = [];
      await first.advance();
      open = open.filter((run) => run.head !== undefined);
    }
  } finally {
    // What is under way is ended first: closing would wait for it.
    done.abort();
    await Promise.all(runs.map((run) => run.close()));
  }
}

function firstOf(runs: readonly Run[], compare: RecordComparison): Run {
  return runs.reduce((first, run) =>
    compare(run.head as WireRecord, first.head as WireRecord) < 0 ? run : first,
  );
}

/** The result of one part, read record by record. */
class Run {
  total = 0;
  /** The record that comes next; undefined at the end of a page, and for good where `advance` finds no other. */
  head: WireRecord | undefined;
  #records: readonly WireRecord[] = [];
  #next = 0;
  #last: WireRecord | undefined;

  constructor(
    readonly pages: RecordPages,
    readonly compare: RecordComparison,
    readonly sobject: string,
  ) {}

  async advance(): Promise<void> {
    while (this.head === undefined) {
      const { value: page } = await this.pages.next();
      if (!page) return;
      this.total = page.total;
      this.#records = page.records;
      this.#next = 0;
      this.#step();
    }
  }

  take(): WireRecord {
    const taken = this.head as WireRecord;
    this.#last = taken;
    this.#step();
    return taken;
  }

  #step(): void {
    this.head = this.#records[this.#next++];
    // What the platform orders otherwise cannot be merged by this order.
    if (this.head && this.#last && this.compare(this.#last, this.head) > 0) {
      throw new InvalidResponseException(
        `The org does not order ${this.sobject} as this library does, and the parts of a long query cannot be merged in its order. Order the records after reading.`,
      );
    }
  }

  async close(): Promise<void> {
    await this.pages.return();
  }
}
