import type { UserSettings } from './user-settings.interface.js';

/** What a planned query learns only when it runs, so that one plan serves every user, every day and every page. */
export interface QueryRun {
  /** The instant that relative dates count from. */
  readonly now: Date;
  readonly userId: string;
  readonly settings: UserSettings;
  /** The record whose children a subquery is to find. */
  readonly parentId?: string;
  /** How many rows to read, and how many to leave out before them. */
  readonly window?: { readonly count: number; readonly offset: number };
  /** The ids of the rows to read, as JSON. */
  readonly ids?: string;
}
