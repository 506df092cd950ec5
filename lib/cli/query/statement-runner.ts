import type { Target } from '../target/target.interface.js';
import { writeCsv } from './format/csv-format.js';
import { writeJsonLines, writeJsonList } from './format/json-format.js';
import { writeTable } from './format/table-format.js';
import type { TextSink } from '../output/text-sink.interface.js';
import { withNameHint } from './name-hint.js';
import type { QueryFormat } from './query-format.js';
import { planNotes, planResult } from './result/plan-result.js';
import { queryResult } from './result/query-result.js';
import type { ResultSet } from './result/result-set.interface.js';
import { searchResult, searchResultsByObject } from './result/search-result.js';

/** How a statement is run and its result written. */
export interface StatementOptions {
  readonly format: QueryFormat;
  /** Finds deleted and archived records too. */
  readonly allRows: boolean;
  /** At most so many records. */
  readonly limit?: number;
  /** Whether tables show the records of subqueries, not only how many there are. */
  readonly children: boolean;
  /** Whether JSON says of which type each record is, and its URL. */
  readonly attributes: boolean;
}

/** Where a result goes. */
export interface StatementOutput {
  readonly sink: TextSink;
  /** Columns of the terminal, where it is one. */
  readonly width?: number;
}

type QueriedTarget = Pick<Target, 'connect' | 'schema'>;

/** Whether a statement is a search. */
export function isSearch(statement: string): boolean {
  return /^\s*find\b/i.test(statement);
}

/** Runs queries, searches and explanations over one connection, and writes what comes of them. */
export class StatementRunner {
  readonly #target: QueriedTarget;
  readonly #output: StatementOutput;

  constructor(target: QueriedTarget, output: StatementOutput) {
    this.#target = target;
    this.#output = output;
  }

  /** Runs a query. @returns how many records there were */
  async query(soql: string, options: StatementOptions, signal: AbortSignal): Promise<number> {
    const { format, allRows, limit } = options;
    const isForPeople = format === 'table' || format === 'vertical';
    const children = !isForPeople || options.children;
    const connection = await this.#target.connect();
    const asked = queryResult(connection, soql, { allRows, limit, children, signal });
    return this.#write(await this.#hinted(asked), options);
  }

  /** Runs a search, of which tables show the records of each object for themselves. @returns how many records there were */
  async search(sosl: string, options: StatementOptions, signal: AbortSignal): Promise<number> {
    const connection = await this.#target.connect();
    const found = await this.#hinted(connection.search(sosl, { signal }));
    const records = found.slice(0, options.limit);
    if (options.format !== 'table' && options.format !== 'vertical') {
      return this.#write(searchResult(records), { ...options, attributes: true });
    }
    for (const [place, result] of searchResultsByObject(records).entries()) {
      if (place > 0) await this.#output.sink.write('\n');
      await this.#write(result, options);
    }
    return records.length;
  }

  /** Asks how the org would run a query. @returns how many ways there are */
  async explain(soql: string, options: StatementOptions, signal: AbortSignal): Promise<number> {
    const connection = await this.#target.connect();
    const plans = await this.#hinted(connection.explain(soql, { signal }));
    const count = await this.#write(planResult(plans), options);
    if (options.format === 'table' || options.format === 'vertical') {
      const notes = planNotes(plans).map((note) => `- ${note}\n`);
      if (notes.length > 0) await this.#output.sink.write(`\n${notes.join('')}`);
    }
    return count;
  }

  /** What the org answers; where it does not know a name, those that may have been meant. */
  async #hinted<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw await withNameHint(error, this.#target.schema);
    }
  }

  #write(result: ResultSet, { format, children, attributes }: StatementOptions): Promise<number> {
    const { sink, width } = this.#output;
    switch (format) {
      case 'csv':
        return writeCsv(result, sink);
      case 'json':
        return writeJsonList(result, sink, { attributes });
      case 'jsonl':
        return writeJsonLines(result, sink, { attributes });
      default:
        return writeTable(result, sink, { width, children, vertical: format === 'vertical' });
    }
  }
}
