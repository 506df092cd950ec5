import type { OrgUser } from '../../lib/embedded/engine/org-user.interface.js';
import type { RecordEngine } from './record-engine.js';

/** What a query gives, row by row, without names and attributes. */
export function queryValues(engine: RecordEngine, soql: string, user: OrgUser = engine.user): unknown[][] {
  const { records } = engine.queries.run(soql, { user, apiVersion: '67.0' });
  return records.map((record) =>
    Object.entries(record)
      .filter(([name]) => name !== 'attributes')
      .map(([, value]) => value),
  );
}
