/**
 * What an update did with something:
 * - `added`: it is new in the org or in the selection;
 * - `updated`: the org changed it, and people had not;
 * - `kept`: the org has it no more, or has something else there; people edited it, so it stays;
 * - `conflict`: people and the org changed the same; what people wrote stays;
 * - `removed`: the org has it no more, and people had not touched it.
 */
export type UpdateAction = 'added' | 'updated' | 'kept' | 'conflict' | 'removed';

/** One line of the report on an update. */
export interface UpdateEntry {
  readonly action: UpdateAction;
  /** The file, below the folder. */
  readonly path: string;
  /** The class or the constant; absent for a whole file. */
  readonly name?: string;
  /** The member of the class. */
  readonly member?: string;
  /** What it stands for: `object Account`, `field Rating`, `picklist Account.Rating`. */
  readonly key?: string;
  /** Which aspects it is about: `type`, `doc comment`, names of options. */
  readonly aspects?: readonly string[];
  /** What to know or to do about it. */
  readonly note?: string;
}
