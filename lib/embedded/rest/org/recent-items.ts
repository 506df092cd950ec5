import type { DataCall } from '../resource.interface.js';
import { findObject, readRecord } from '../sobjects/sobject-request.js';

const MAX_ITEMS = 200;

/** What the user saw last, each by its id and its name; what was deleted since is left out. */
export function recentItems(call: DataCall): readonly Record<string, unknown>[] {
  const { org, user } = call;
  return org.recent.list(user.id, MAX_ITEMS).flatMap(({ object: name, id }) => {
    const object = findObject(call, name);
    const row = object && org.records.find(object, id);
    if (!object || row?.['IsDeleted'] !== 0) return [];
    const fields = object.nameField ? ['Id', object.nameField.name] : ['Id'];
    return [readRecord(call, object, id, fields)];
  });
}
