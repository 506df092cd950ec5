interface OrgErrorOptions {
  /** @default 400 */
  readonly status?: number;
  readonly fields?: readonly string[];
  /** What the answer to a single call says beside the message. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What the answer to a single call has beside its body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further reasons. */
  readonly others?: readonly OrgError[];
}

/**
 * A refusal of the org, thrown anywhere below the router and answered by it: as the REST error array for a single call,
 * as an entry of `errors` for one record of a collection.
 */
export class OrgError extends Error {
  constructor(
    readonly errorCode: string,
    message: string,
    readonly options: OrgErrorOptions = {},
  ) {
    super(message);
    this.name = 'OrgError';
  }

  /** The same refusal with others that came with it, each an entry of its own in the answer. */
  with(others: readonly OrgError[]): OrgError {
    return new OrgError(this.errorCode, this.message, { ...this.options, others });
  }

  get status(): number {
    return this.options.status ?? 400;
  }

  get fields(): readonly string[] {
    return this.options.fields ?? [];
  }
}
