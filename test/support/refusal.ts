import { OrgError } from '../../lib/embedded/org-error.js';

/** What the org says when it refuses: the error that `work` throws. A call that goes through is a failed test. */
export function refusalOf(work: () => unknown): OrgError {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError) return error;
    throw error;
  }
  throw new OrgError('NOT_REFUSED', 'The call went through.');
}
