import { AssertionError } from 'node:assert';
import { inspect } from 'node:util';
import type { LoggedRequest } from './logged-request.interface.js';
import { compilePattern, patternText, type RequestPattern } from './request-pattern.js';

const KEPT = 1000;

/**
 * What the org was asked, oldest first: the last thousand requests. A test asserts on it, and what it prints when an assertion
 * fails is what was asked.
 *
 * @publicApi
 */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];
  #apiCalls = 0;

  /** The requests, of all kinds or of those that a pattern names. */
  matching(pattern?: RequestPattern): readonly LoggedRequest[] {
    return this.#entries.filter(compilePattern(pattern));
  }

  /**
   * The requests in a line each.
   *
   * @example
   * ```ts
   * expect(org.requests.lines).toEqual(['GET /query?q=SELECT Id FROM Account 200']);
   * ```
   */
  get lines(): readonly string[] {
    return this.#entries.map(({ line }) => line);
  }

  /** How many of the org's daily API calls were used since the log began: data calls, sub-requests not counted. */
  get apiCalls(): number {
    return this.#apiCalls;
  }

  /**
   * @param times how many requests of the pattern there must have been. @default 1
   * @example
   * ```ts
   * org.requests.expect('POST /composite/sobjects'); // one call, however many records
   * org.requests.expect('GET /query', 0);
   * ```
   * @throws AssertionError that says what was asked instead.
   */
  expect(pattern: RequestPattern, times = 1): void {
    const actual = this.matching(pattern).length;
    if (actual === times) return;
    const counted = `${times} ${times === 1 ? 'request' : 'requests'} ${patternText(pattern)}`;
    const message = `Expected ${counted}, but there ${actual === 1 ? 'was' : 'were'} ${actual}. ${this.toString()}`;
    throw new AssertionError({ message, actual, expected: times, operator: 'strictEqual' });
  }

  /** Forgets everything, so that a test counts its own requests only. */
  clear(): void {
    this.#entries.length = 0;
    this.#apiCalls = 0;
  }

  /** @internal */
  add(entry: LoggedRequest): void {
    if (entry.apiVersion !== undefined) this.#apiCalls++;
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  toString(): string {
    if (this.#entries.length === 0) return 'The org was asked nothing.';
    const lines = this.#entries.map((entry, index) => `${String(index + 1).padStart(5)}. ${entry}`);
    return `The org was asked:\n${lines.join('\n')}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
