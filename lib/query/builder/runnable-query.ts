import type { Observable } from 'rxjs';
import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { QueryPlan } from '../../protocol/query-plan.interface.js';
import type { Query } from '../query.js';
import type { QueryVerbs } from '../query-verbs.interface.js';
import type { StreamOptions } from '../execution/stream-options.interface.js';

/** A query under construction: it runs by being prepared first. */
export abstract class RunnableQuery<Row> implements QueryVerbs<Row> {
  /**
   * The query, checked and compiled, to be run any number of times.
   *
   * @throws InvalidQueryException for what makes no query.
   */
  abstract prepare(): Query<Row>;

  toSoql(): string {
    return this.prepare().toSoql();
  }

  async all(options?: QueryOptions): Promise<Row[]> {
    return this.prepare().all(options);
  }

  async first(options?: QueryOptions): Promise<Row | null> {
    return this.prepare().first(options);
  }

  stream(options?: StreamOptions): AsyncGenerator<Row, void, undefined> {
    return this.prepare().stream(options);
  }

  observe(options?: StreamOptions): Observable<Row> {
    return this.prepare().observe(options);
  }

  async count(options?: QueryOptions): Promise<number> {
    return this.prepare().count(options);
  }

  async explain(options?: Pick<QueryOptions, 'signal'>): Promise<readonly QueryPlan[]> {
    return this.prepare().explain(options);
  }
}
