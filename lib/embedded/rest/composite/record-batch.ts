import type { SaveResult } from '../../../protocol/save-result.interface.js';
import type { SqliteDatabase } from '../../engine/sqlite-database.interface.js';
import { OrgError } from '../../org-error.js';
import { saveErrors } from '../error-answer.js';

/** What becomes of the valid records; thrown, it also carries a batch out of its transaction. */
const ROLLED_BACK = new OrgError(
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  'Record rolled back because not all records were valid and the request was using AllOrNone header',
);

/** What a single call cannot find has no URL; what a batch cannot find is a bad reference in it. */
const NO_SUCH_RECORD = new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');

/** Saves records one after the other; with `allOrNone` all of them or none. @param save writes one record or nothing */
export function saveAll<T>(
  database: SqliteDatabase,
  items: readonly T[],
  allOrNone: boolean,
  save: (item: T) => SaveResult,
): SaveResult[] {
  const results: SaveResult[] = [];
  try {
    database.transaction(() => {
      for (const item of items) results.push(saveOne(() => save(item)));
      if (allOrNone && results.some(({ success }) => !success)) throw ROLLED_BACK;
    });
  } catch (error) {
    if (error !== ROLLED_BACK) throw error;
    return results.map((result) => (result.success ? failure(ROLLED_BACK) : result));
  }
  return results;
}

function saveOne(save: () => SaveResult): SaveResult {
  try {
    return save();
  } catch (error) {
    if (error instanceof OrgError) return failure(error);
    throw error;
  }
}

function failure(error: OrgError): SaveResult {
  const reported = error.errorCode === 'NOT_FOUND' ? NO_SUCH_RECORD : error;
  return { success: false, errors: saveErrors(reported) };
}
