import type { SaveResult } from '../../../protocol/save-result.interface.js';
import { OrgError } from '../../org-error.js';
import { type CollectionItem, limitRecords, orRefuse, readCollection, readId } from './collection-request.js';
import { resourceNotFound } from '../error-answer.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import { saveAll } from './record-batch.js';
import type { DataCall, DataResource } from '../resource.interface.js';

/** Up to 200 records of any objects in one call: create, update, delete. */
export const sobjectCollectionsResource: DataResource = {
  path: '/composite/sobjects',
  since: 42,
  methods: { POST: create, PATCH: update, DELETE: remove },
};

function create(call: DataCall): Answer {
  return save(call, ({ object, id, values }) => {
    if (id !== undefined) {
      throw new OrgError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call');
    }
    return success(call.org.records.insert(object, values, call.user, writeOptionsOf(call)));
  });
}

function update(call: DataCall): Answer {
  return save(call, ({ object, id, values }) => {
    if (id === undefined) throw new OrgError('MISSING_ARGUMENT', 'Id not specified in an update call');
    const id18 = readId(id);
    call.org.records.update(object, id18, values, call.user, writeOptionsOf(call));
    return success(id18);
  });
}

function remove(call: DataCall): Answer {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new OrgError('MISSING_ARGUMENT', 'Required parameter missing: ids');
  limitRecords(ids.length);
  const allOrNone = call.query.get('allOrNone')?.toLowerCase() === 'true';
  const results = saveAll(call.org.database, ids, allOrNone, (id) => {
    const id18 = readId(id.trim());
    const object = call.org.catalog.byKeyPrefix(id18.slice(0, 3));
    if (!object) throw resourceNotFound();
    call.org.records.delete(object, id18, call.user);
    return success(id18);
  });
  return { status: 200, body: results };
}

function save(call: DataCall, saveItem: (item: CollectionItem) => SaveResult): Answer {
  const { allOrNone, items } = readCollection(call);
  const results = saveAll(call.org.database, items, allOrNone, (item) => orRefuse(item, saveItem));
  return { status: 200, body: results };
}

function success(id: string): SaveResult {
  return { id, success: true, errors: [] };
}
