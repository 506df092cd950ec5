import type { ApiError } from '../protocol/api-error.interface.js';

const BRAND = Symbol.for('nestjs-salesforce.exception');

/** What an exception knows beside its message; each part is there when it applies. */
export interface SalesforceExceptionContext {
  /** Salesforce's own code of the first error, such as `REQUIRED_FIELD_MISSING`. */
  readonly errorCode?: string;
  /** API names of the fields the first error is about. */
  readonly fields?: readonly string[];
  /** Every error of the answer, in Salesforce's order. */
  readonly errors?: readonly ApiError[];
  /** HTTP status of the answer. */
  readonly status?: number;
  /** Name of the connection. */
  readonly connection?: string;
  readonly cause?: unknown;
}

/**
 * The base of everything this library throws. Match on the class or on `code`, which is stable; the message is
 * Salesforce's, word for word, where Salesforce sent one, and is written in the language of the connected user.
 *
 * It is no `HttpException`: what a refused write means to the caller of an application is the application's decision.
 *
 * @publicApi
 */
export class SalesforceException extends Error implements SalesforceExceptionContext {
  /** This library's own code, `SF_…`, one for each class. */
  readonly code: string = 'SF_ERROR';
  readonly errorCode?: string;
  readonly fields: readonly string[];
  readonly errors: readonly ApiError[];
  readonly status?: number;
  readonly connection?: string;

  constructor(message: string, context: SalesforceExceptionContext = {}) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.name = new.target.name;
    this.errorCode = context.errorCode;
    this.fields = context.fields ?? [];
    this.errors = context.errors ?? [];
    this.status = context.status;
    this.connection = context.connection;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** `instanceof SalesforceException` holds across two installed copies of the library; `code` tells the rest. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== SalesforceException) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}
