import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgUser, RecordStore } from '../../engine/record-store.js';
import { OrgError } from '../../org-error.js';
import type { IngestJob } from '../bulk-job.interface.js';
import type { RowOutcome } from './row-outcome.js';
import type { IngestRow } from './row-reader.interface.js';

/** Does one row. @throws OrgError when the org refuses it */
export type RowWriter = (row: IngestRow) => RowOutcome;

interface WriterDependencies {
  readonly records: RecordStore;
  readonly object: ObjectSchema;
  readonly user: OrgUser;
}

/** What a job does with each of its rows. */
export function rowWriter(job: IngestJob, deps: WriterDependencies): RowWriter {
  const { records, object, user } = deps;
  switch (job.operation) {
    case 'insert':
      return (row) => inserted(deps, row);
    case 'update':
      return (row) => updated(deps, row);
    case 'upsert':
      return upsertWriter(deps, job.externalIdFieldName ?? 'Id');
    case 'delete':
      return ({ id }) => {
        records.delete(object, requireId(id, 'delete'), user);
        return { id, created: false };
      };
    case 'hardDelete':
      return ({ id }) => {
        records.hardDelete(object, requireId(id, 'delete'), user);
        return { id, created: false };
      };
  }
}

function inserted({ records, object, user }: WriterDependencies, { id, values }: IngestRow): RowOutcome {
  if (id !== '') {
    throw new OrgError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', {
      fields: ['Id'],
    });
  }
  return { id: records.insert(object, values, user), created: true };
}

function updated({ records, object, user }: WriterDependencies, { id, values }: IngestRow): RowOutcome {
  records.update(object, requireId(id, 'update'), values, user);
  return { id, created: false };
}

function upsertWriter(deps: WriterDependencies, externalField: string): RowWriter {
  const { records, object, user } = deps;
  const field = object.field(externalField);
  if (field === undefined || field.type === 'id') {
    return (row) => (row.id === '' ? inserted(deps, row) : updated(deps, row));
  }
  return ({ id, values }) => {
    if (id !== '')
      throw new OrgError('INVALID_FIELD', 'cannot specify both an external ID reference and a salesforce id');
    const { [field.name]: value, ...others } = values;
    if (value == null) throw new OrgError('MISSING_ARGUMENT', `${field.name} not specified`);
    return records.upsert(object, field.name, String(value), others, user);
  };
}

function requireId(id: string, call: 'update' | 'delete'): string {
  if (id !== '') return id;
  throw new OrgError(
    'MISSING_ARGUMENT',
    `Id not specified in ${call === 'update' ? 'an update' : 'a delete'} call`,
  );
}
