/** What an org said of an object, or of all its objects, and by what it is asked whether that still holds. */
export interface StoredDescribe {
  /** HTTP date: what the org has changed since then may not be in `body`. */
  readonly since?: string;
  readonly etag?: string;
  /** The answer's JSON, parsed. */
  readonly body: object;
}

/**
 * Keeps describes of one org, as one user sees them in one API version. An implementation may forget whatever it wants,
 * whenever it wants; it gives back only what was set as a whole. It never rejects for what it holds: what it cannot read is
 * not there, what it cannot keep is not kept.
 */
export interface DescribeStore {
  /** @param key the name of an object, or `*` for the list of all */
  get(key: string): Promise<StoredDescribe | undefined>;
  set(key: string, describe: StoredDescribe): Promise<void>;
}

/** The key of the list of all objects. */
export const ALL_OBJECTS = '*';
