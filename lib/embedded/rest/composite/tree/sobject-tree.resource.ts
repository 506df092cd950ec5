import { OrgError } from '../../../org-error.js';
import { writeOptionsOf } from '../../format/call-options.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { requireObject } from '../../sobjects/sobject-request.js';
import { readTree, type TreeFailure, treeFailure, type TreeRecord } from './sobject-tree.js';

/** Carries the failures of a tree out of its transaction. */
class TreeRollback extends OrgError {
  constructor(readonly failures: readonly TreeFailure[]) {
    super('ALL_OR_NONE_OPERATION_ROLLED_BACK', 'Not all records of the tree are valid.');
  }
}

/** Records with their children, and theirs, created in one call: all of them or none. */
export const sobjectTreeResource: DataResource = {
  path: '/composite/tree/:sobject',
  since: 34,
  methods: { POST: create },
};

function create(call: DataCall): Answer {
  const { records, failures } = readTree(call.org.catalog, requireObject(call), call.body.object());
  if (failures.length > 0) return failed(failures);
  try {
    const ids = call.org.database.transaction(() => insertAll(call, records));
    const results = records.map((record) => ({ referenceId: record.referenceId, id: ids.get(record) }));
    return { status: 201, body: { hasErrors: false, results } };
  } catch (error) {
    if (error instanceof TreeRollback) return failed(error.failures);
    throw error;
  }
}

/** What hangs on a record that failed is not tried, and not reported either. */
function insertAll(call: DataCall, records: readonly TreeRecord[]): ReadonlyMap<TreeRecord, string> {
  const { org, user } = call;
  const options = writeOptionsOf(call);
  const ids = new Map<TreeRecord, string>();
  const failures: TreeFailure[] = [];
  for (const record of records) {
    const { object, values, parent } = record;
    const parentId = parent && ids.get(parent.record);
    if (parent && parentId === undefined) continue;
    try {
      const own = parent ? { ...values, [parent.field.name]: parentId } : values;
      ids.set(record, org.records.insert(object, own, user, options));
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      failures.push(treeFailure(record, error));
    }
  }
  if (failures.length > 0) throw new TreeRollback(failures);
  return ids;
}

function failed(failures: readonly TreeFailure[]): Answer {
  return { status: 400, body: { hasErrors: true, results: failures } };
}
