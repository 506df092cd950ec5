import type { Fault, FaultRule, InjectedFault } from './fault.interface.js';
import { compilePattern, type PatternSubject } from './request-pattern.js';

interface ActiveFault {
  readonly fault: Fault;
  readonly matches: (subject: PatternSubject) => boolean;
  readonly from: number;
  readonly to: number;
  seen: number;
  hits: number;
}

/**
 * What goes wrong with the org, by rule and by count, never by chance: a test that fails fails again.
 *
 * @publicApi
 */
export class OrgFaults {
  readonly #active = new Set<ActiveFault>();

  /**
   * @example
   * ```ts
   * org.faults.add({ on: 'GET /query/*', fault: 'drop', times: 1 }); // the second page is lost once
   * org.faults.add({ fault: { status: 503, errorCode: 'SERVER_UNAVAILABLE' }, skip: 3 });
   * ```
   * @throws SalesforceConfigurationException for a pattern that names no requests.
   */
  add({ on, fault, skip = 0, times = Infinity }: FaultRule): InjectedFault {
    const active: ActiveFault = {
      fault,
      matches: compilePattern(on),
      from: skip,
      to: skip + times,
      seen: 0,
      hits: 0,
    };
    this.#active.add(active);
    return {
      get hits() {
        return active.hits;
      },
      remove: () => void this.#active.delete(active),
    };
  }

  /** Lets everything work again. */
  clear(): void {
    this.#active.clear();
  }

  /** @internal Whether any rule is in force: without one, nothing need be known of a request. */
  get any(): boolean {
    return this.#active.size > 0;
  }

  /** @internal The faults that hit a request, in the order they were added; asking counts. */
  hit(subject: PatternSubject): readonly Fault[] {
    const faults: Fault[] = [];
    for (const active of this.#active) {
      if (!active.matches(subject)) continue;
      const turn = active.seen++;
      if (turn < active.from || turn >= active.to) continue;
      active.hits++;
      faults.push(active.fault);
    }
    return faults;
  }
}
