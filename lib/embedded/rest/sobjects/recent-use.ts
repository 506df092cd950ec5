import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toStoredInstant } from '../../engine/value/temporal-value.js';
import type { DataCall } from '../resource.interface.js';

const UPDATE_MRU = /\bupdateMru\s*=\s*true\b/i;

/** Puts a record on the list of those the user saw last, where the client asks for it: `Sforce-Mru: updateMru=true`. */
export function noteUse({ org, user, headers }: DataCall, object: ObjectSchema, id: string): void {
  if (!UPDATE_MRU.test(headers['sforce-mru'] ?? '')) return;
  org.recent.note(object, [id], { userId: user.id, at: toStoredInstant(org.now()), viewed: true });
}
