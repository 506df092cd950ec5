import type { ObjectSchema } from '../../catalog/object-schema.js';
import { quoteIdentifier } from '../../engine/table-schema.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { findObject } from '../sobjects/sobject-request.js';

/** How many records objects have, of those asked for or of all that have any. */
export const recordCountResource: DataResource = {
  path: '/limits/recordCount',
  methods: { GET: recordCount },
};

function recordCount(call: DataCall): Answer {
  const names = call.query.get('sObjects');
  if (names === null) {
    const counts = objectsWithTables(call).map((object) => countOf(call, object));
    return { status: 200, body: { sObjects: counts.filter(({ count }) => count > 0) } };
  }
  const objects = names.split(',').flatMap((name) => findObject(call, name.trim()) ?? []);
  return { status: 200, body: { sObjects: objects.map((object) => countOf(call, object)) } };
}

/** Objects get a table when something first asks for their records: others have none. */
function objectsWithTables(call: DataCall): readonly ObjectSchema[] {
  return call.org.database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .rows()
    .flatMap(([name]) => findObject(call, String(name)) ?? []);
}

/** Of all users: who may see a record makes no difference. */
function countOf({ org: { database } }: DataCall, { name, definition }: ObjectSchema) {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  if (!definition.queryable || table.rows(name).length === 0) return { count: 0, name };
  const counted = database.prepare(`SELECT COUNT(*) FROM ${quoteIdentifier(name)} WHERE "IsDeleted" = 0`);
  return { count: Number(counted.rows()[0]?.[0]), name };
}
