import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { JobDefinition } from '../bulk-job.interface.js';
import type { IngestRow } from './row-reader.interface.js';

/** What tells the records of an upsert apart: two rows of a transaction cannot mean the same one. */
export function rowKey(
  { operation, externalIdFieldName = 'Id' }: JobDefinition,
  object: ObjectSchema,
): (row: IngestRow) => string | undefined {
  const field = operation === 'upsert' ? object.field(externalIdFieldName) : undefined;
  if (!field || field.type === 'id') return () => undefined;
  const { name, caseSensitive } = field;
  return ({ values }) => {
    const value = values[name];
    if (value === undefined || value === null) return undefined;
    return caseSensitive ? String(value) : String(value).toLowerCase();
  };
}
