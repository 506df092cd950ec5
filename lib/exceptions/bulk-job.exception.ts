import { SalesforceException, type SalesforceExceptionContext } from './salesforce.exception.js';

/** A job of the Bulk API 2.0 that ended otherwise than it should: it failed as a whole, or somebody aborted it. */
export class BulkJobException extends SalesforceException {
  override readonly code: string = 'SF_BULK_JOB';

  constructor(
    message: string,
    readonly job: { readonly id: string; readonly state: string },
    context?: SalesforceExceptionContext,
  ) {
    super(message, context);
  }
}
