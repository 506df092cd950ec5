import type { QueryCatalog } from './query-catalog.interface.js';
import type { QueryPlan } from './query-plan.interface.js';

/** Enough for every query of an application; texts with values written into them must not hold memory. */
const MAX_PLANS = 500;

/** Plans by the text they were made for, the least recently used forgotten first. */
export class QueryPlanStorage {
  readonly #catalog: QueryCatalog;
  readonly #plans = new Map<string, QueryPlan>();

  constructor(catalog: QueryCatalog) {
    this.#catalog = catalog;
  }

  /** The plan kept under a key, as long as the catalog still says what it said then; otherwise a new one. */
  get(key: string, make: () => QueryPlan): QueryPlan {
    const kept = this.#plans.get(key);
    this.#plans.delete(key);
    const plan = kept && this.#isCurrent(kept) ? kept : make();
    const [oldest] = this.#plans.keys();
    if (this.#plans.size >= MAX_PLANS && oldest !== undefined) this.#plans.delete(oldest);
    this.#plans.set(key, plan);
    return plan;
  }

  #isCurrent(plan: QueryPlan): boolean {
    return plan.objects.every((object) => this.#catalog.get(object.name) === object);
  }
}
