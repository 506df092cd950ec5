import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { WireRecord } from '../../../protocol/query-response.interface.js';
import type { ReadContext, RecordPlan, SelectedLeaf, SqliteRow } from './query-plan.interface.js';
import type { QueryRun } from './query-run.interface.js';
import { parametersFor, type SqlFragment } from './sql-fragment.js';

/**
 * The result of a query as a table. Which rows it has is settled when it is first read; what is in them is read with
 * each page.
 */
export class QueryExport {
  readonly columns: readonly SelectedLeaf[];
  readonly #database: SqliteDatabase;
  readonly #plan: RecordPlan;
  readonly #run: QueryRun;
  readonly #context: ReadContext;
  #listed: readonly string[] | undefined;

  constructor(database: SqliteDatabase, plan: RecordPlan, run: QueryRun, apiVersion: string) {
    this.columns = plan.leaves;
    this.#database = database;
    this.#plan = plan;
    this.#run = run;
    this.#context = {
      sobjectsPath: `/services/data/v${apiVersion}/sobjects/`,
      settings: run.settings,
      children: () => null,
    };
  }

  /** The ids of the rows, as they are when somebody first asks. */
  get ids(): readonly string[] {
    const { ids, limit = -1, offset = 0 } = this.#plan;
    const window = { count: limit, offset };
    this.#listed ??= this.#rows(ids, { ...this.#run, window }).map(([id]) => String(id));
    return this.#listed;
  }

  get size(): number {
    return this.ids.length;
  }

  /** The values of some rows, each in the order of the columns; rows that are gone since are left out. */
  page(from: number, count: number): readonly (readonly unknown[])[] {
    const { columns } = this;
    return this.#page(from, count).map((row) => columns.map(({ read }) => read(row, this.#context)));
  }

  /** The same rows as records. */
  records(from: number, count: number): readonly WireRecord[] {
    return this.#page(from, count)
      .map((row) => this.#plan.read(row, this.#context))
      .filter((record) => record !== null);
  }

  #page(from: number, count: number): readonly SqliteRow[] {
    return this.#rows(this.#plan.byIds, {
      ...this.#run,
      ids: JSON.stringify(this.ids.slice(from, from + count)),
    });
  }

  #rows(statement: SqlFragment, run: QueryRun): readonly SqliteRow[] {
    return this.#database.prepare(statement.text).rows(...parametersFor(statement, run));
  }
}
