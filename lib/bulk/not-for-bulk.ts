import { BulkJobException } from '../exceptions/bulk-job.exception.js';
import { SalesforceException } from '../exceptions/salesforce.exception.js';

const BAD_REQUEST = 400;

/**
 * Whether a job was refused in a way that says nothing of its rows: the Bulk API does not know every object, and not all of
 * SOQL. The same may be done by REST, which tells better what is wrong if it cannot.
 */
export function isNotForBulk(error: unknown): boolean {
  if (error instanceof BulkJobException) return error.job.state === 'Failed';
  return (
    error instanceof SalesforceException && error.status === BAD_REQUEST && error.errorCode !== undefined
  );
}
