import { once } from '../../common/once.js';
import type { SObjectDefinition, SObjectSummary } from '../../schema/sobject-definition.interface.js';
import { readCatalogObject } from './catalog-file.js';
import { readCatalogEntry, readCatalogNames } from './catalog-index.js';

/** An object nobody has asked for yet. */
export interface UnreadObject {
  summary(): SObjectSummary;
  read(): SObjectDefinition;
}

/** What a catalog begins with. */
export interface StandardObjects {
  /** By lower-case name. */
  readonly unread: ReadonlyMap<string, UnreadObject>;
  readonly namesByPrefix: ReadonlyMap<string, string>;
}

/** The standard objects, the same for every org; none is read by this. */
export const standardObjects = once((): StandardObjects => {
  const unread = new Map<string, UnreadObject>();
  const namesByPrefix = new Map<string, string>();
  for (const [name, keyPrefix] of readCatalogNames()) {
    const summary = () => readCatalogEntry(name);
    unread.set(name.toLowerCase(), { summary, read: () => readCatalogObject(summary()) });
    // A few objects share a prefix; the first one is found by it.
    if (keyPrefix !== undefined && !namesByPrefix.has(keyPrefix)) namesByPrefix.set(keyPrefix, name);
  }
  return { unread, namesByPrefix };
});
