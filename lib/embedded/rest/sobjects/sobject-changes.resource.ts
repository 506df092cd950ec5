import { toWireInstant } from '../../engine/wire-value.js';
import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requireObject } from './sobject-request.js';

/** What changed in a span of time: `?start=2026-03-01T00:00:00Z&end=2026-03-02T00:00:00Z`. */
export const sobjectChangesResources: readonly DataResource[] = [
  { path: '/sobjects/:sobject/updated', methods: { GET: updated } },
  { path: '/sobjects/:sobject/deleted', methods: { GET: deleted } },
];

function updated(call: DataCall): Answer {
  const { ids, latestDateCovered } = call.org.changes.updated(requireObject(call), spanOf(call));
  return { status: 200, body: { ids, latestDateCovered: toWireInstant(latestDateCovered) } };
}

function deleted(call: DataCall): Answer {
  const found = call.org.changes.deleted(requireObject(call), spanOf(call));
  return {
    status: 200,
    body: {
      deletedRecords: found.deletedRecords.map(({ id, deletedDate }) => ({
        id,
        deletedDate: toWireInstant(new Date(deletedDate)),
      })),
      earliestDateAvailable: toWireInstant(found.earliestDateAvailable),
      latestDateCovered: toWireInstant(found.latestDateCovered),
    },
  };
}

function spanOf(call: DataCall): { readonly start: Date; readonly end: Date } {
  return { start: instantOf(call, 'start'), end: instantOf(call, 'end') };
}

function instantOf({ query }: DataCall, name: 'start' | 'end'): Date {
  // A plus sign that is not escaped arrives as a space.
  const text = (query.get(name) ?? '').replace(' ', '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const instant = new Date(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new OrgError('INVALID_REPLICATION_DATE', `${name} must be a date and time in ISO 8601: ${text}`);
}
