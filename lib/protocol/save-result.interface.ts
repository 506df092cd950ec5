import type { SaveError } from './api-error.interface.js';

/** The outcome of writing one record: create, update, delete and, with `created`, upsert. */
export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly SaveError[];
  readonly created?: boolean;
}
