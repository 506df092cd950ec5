import { SalesforceException, type SalesforceExceptionContext } from './salesforce.exception.js';

/** The outcome of one record of a write of many. */
export interface RecordOutcome {
  /** Position in the input. */
  readonly index: number;
  /** Id of the record, when it is known. */
  readonly id?: string;
  readonly success: boolean;
  /** Whether an upsert created the record. */
  readonly created?: boolean;
  /** Why the record was not written. */
  readonly exception?: SalesforceException;
}

/**
 * Some records of a write of many were not written. `outcomes` holds every record's result in the order of the input, so
 * that nothing is lost: what succeeded, with its id, and what failed, with its own exception.
 *
 * @publicApi
 */
export class PartialWriteException extends SalesforceException {
  override readonly code: string = 'SF_PARTIAL_WRITE';

  constructor(
    message: string,
    readonly outcomes: readonly RecordOutcome[],
    context: SalesforceExceptionContext = {},
  ) {
    super(message, context);
  }

  /** The records that were not written. */
  get failures(): readonly RecordOutcome[] {
    return this.outcomes.filter((outcome) => !outcome.success);
  }
}
