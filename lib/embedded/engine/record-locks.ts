import { toId18 } from '../../protocol/salesforce-id.js';
import { OrgError } from '../org-error.js';

/**
 * Records that somebody else holds: whoever writes them meanwhile is refused, as on the platform when two writers meet. The
 * org itself answers one call at a time and never locks anything; tests do.
 *
 * @publicApi
 */
export class RecordLocks {
  readonly #locked = new Set<string>();

  /** @param id of 15 or 18 characters */
  lock(id: string): void {
    this.#locked.add(toId18(id) ?? id);
  }

  unlock(id: string): void {
    this.#locked.delete(toId18(id) ?? id);
  }

  unlockAll(): void {
    this.#locked.clear();
  }

  /** @internal @throws OrgError when the record of an id of 18 characters is locked */
  requireFree(id: string): void {
    if (!this.#locked.has(id)) return;
    throw new OrgError(
      'UNABLE_TO_LOCK_ROW',
      `unable to obtain exclusive access to this record or 1 records: ${id}`,
      { fields: [] },
    );
  }

  /** @internal Whether no record is locked, as in most orgs at most times. */
  get isEmpty(): boolean {
    return this.#locked.size === 0;
  }
}
