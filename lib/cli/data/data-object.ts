import type { SObjectSummary } from '../../schema/sobject-definition.interface.js';
import { KNOWN_OBJECTS } from './known-records.js';

/**
 * Whether an object holds data of its own that can be read and made: the platform's books of others, such as histories and
 * shares, do not, and neither does what is set up, such as users.
 */
export function isDataObject({ name, queryable, createable, associateEntityType }: SObjectSummary): boolean {
  return queryable && createable && associateEntityType === undefined && !KNOWN_OBJECTS.has(name);
}
