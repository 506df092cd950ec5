/**
 * What an org has whether or not the connected user may see it. It is asked about what the user does not see alone, and an
 * implementation that cannot tell answers with nothing instead of failing.
 */
export interface HiddenSchema {
  /** Of some objects, those that the org has. */
  objects(names: readonly string[]): Promise<readonly string[]>;
  /** The fields that an object of the org has. */
  fields(object: string): Promise<readonly string[]>;
}

/** For snapshots and files, where nobody can be asked. */
export const NOTHING_HIDDEN: HiddenSchema = {
  objects: async () => [],
  fields: async () => [],
};
