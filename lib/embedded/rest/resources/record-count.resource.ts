import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';

/** How many records objects have, of those asked for or of all that have any. */
export const recordCountResource: DataResource = {
  path: '/limits/recordCount',
  methods: { GET: recordCount },
};

function recordCount(call: DataCall): Answer {
  const { catalog } = call.org;
  const names = call.query.get('sObjects');
  if (names === null) {
    const counts = catalog.all().map((object) => countOf(call, object));
    return { status: 200, body: { sObjects: counts.filter(({ count }) => count > 0) } };
  }
  const objects = names.split(',').flatMap((name) => catalog.get(name.trim()) ?? []);
  return { status: 200, body: { sObjects: objects.map((object) => countOf(call, object)) } };
}

function countOf({ org, user, apiVersion }: DataCall, { name, definition }: ObjectSchema) {
  if (!definition.queryable) return { count: 0, name };
  const { totalSize } = org.queries.run(`SELECT COUNT() FROM ${name}`, { user, apiVersion });
  return { count: totalSize, name };
}
