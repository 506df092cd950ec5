import { SalesforceException } from '../../exceptions/salesforce.exception.js';

/** The user has stopped the command. */
export class StoppedException extends SalesforceException {
  override readonly code = 'SF_STOPPED';

  constructor(cause: unknown) {
    super('Stopped.', { cause });
  }
}
