/**
 * A refusal of the org, thrown anywhere below the router and answered by it: as the REST error array for a single call,
 * as an entry of `errors` for one record of a collection.
 */
export class OrgError extends Error {
  constructor(
    readonly errorCode: string,
    message: string,
    readonly options: { readonly status?: number; readonly fields?: readonly string[] } = {},
  ) {
    super(message);
    this.name = 'OrgError';
  }

  get status(): number {
    return this.options.status ?? 400;
  }

  get fields(): readonly string[] {
    return this.options.fields ?? [];
  }
}
