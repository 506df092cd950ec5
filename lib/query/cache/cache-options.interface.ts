/**
 * Whether a result may come from the connection's cache. Cached records are what the org sent: each reader has instances of
 * its own.
 *
 * @publicApi
 */
export interface CacheOptions {
  readonly cache?: {
    /**
     * Milliseconds that a result may be old. A write through the same connection to one of the objects that were read, or
     * through another one with the same store and user, makes it too old at once; so does every
     * deletion, which may take records of other objects along. What changes in other ways, by a user, a trigger or a bulk job,
     * shows when the time has passed. A stream reads past the cache.
     */
    readonly ttl: number;
  };
}
