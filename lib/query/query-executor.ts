import type { QueryOptions } from '../connection/resource-request.interface.js';
import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import { compileHydrator } from '../hydration/record-hydrator.js';
import { functionCall } from '../soql/ast/factories/expression.factory.js';
import { selected } from '../soql/ast/factories/select-item.factory.js';
import { soqlQuery } from '../soql/ast/factories/soql-query.factory.js';
import { printSoql } from '../soql/soql-printer.js';
import { checkComplete } from './check-complete.js';
import { completeChildren } from './child-pages.js';
import type { FindPlan } from './find-query.builder.js';

/**
 * Runs compiled finds. Every record the org announced is given out, or the run fails: a part never passes for the whole.
 * A plan that can find nothing makes no call.
 */
export class QueryExecutor {
  readonly #connection: Pick<SalesforceConnection, 'name' | 'pages' | 'resource'>;

  constructor(connection: Pick<SalesforceConnection, 'name' | 'pages' | 'resource'>) {
    this.#connection = connection;
  }

  /** All records, of all pages. */
  async all<T>(plan: FindPlan, options: QueryOptions = {}): Promise<T[]> {
    const entities: T[] = [];
    for await (const page of this.#pages<T>(plan, options)) {
      for (const entity of page) entities.push(entity);
    }
    return entities;
  }

  /** The records one by one; no more than two pages are held, the current one and the next. */
  async *stream<T>(plan: FindPlan, options: QueryOptions = {}): AsyncGenerator<T, void, undefined> {
    for await (const page of this.#pages<T>(plan, options)) yield* page;
  }

  /** How many records there are; none of them travels. */
  async count({ query, empty }: FindPlan, options: QueryOptions = {}): Promise<number> {
    if (empty) return 0;
    const counting = soqlQuery({ ...query, select: [selected(functionCall('COUNT'))], orderBy: undefined });
    for await (const { totalSize } of this.#connection.pages(printSoql(counting), options)) {
      if (typeof totalSize === 'number') return totalSize;
    }
    throw new InvalidResponseException('The answer to a counting query holds no count.', {
      connection: this.#connection.name,
    });
  }

  async *#pages<T>(
    { query, shape, empty, skip }: FindPlan,
    options: QueryOptions,
  ): AsyncGenerator<T[], void, undefined> {
    if (empty) return;
    const connection = this.#connection;
    const hydrate = compileHydrator(shape);
    let announced: number | undefined;
    let received = 0;
    for await (const { totalSize, records } of connection.pages(printSoql(query), options)) {
      announced = totalSize;
      const wanted = records.slice(Math.max(0, skip - received));
      received += records.length;
      const complete = await completeChildren({ connection, signal: options.signal }, shape, wanted);
      yield complete.map((record) => hydrate(record) as T);
    }
    // What number comes with OFFSET is nowhere promised.
    if (query.offset !== undefined) return;
    checkComplete(announced, received, shape.entity.apiName, connection.name);
  }
}
