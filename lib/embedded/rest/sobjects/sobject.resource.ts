import { describeGlobalEntry } from '../../catalog/describe-writer.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import { recentItems } from '../org/recent-items.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { noteUse } from './recent-use.js';
import { recordUrl, requireObject, recordValues, seenObject } from './sobject-request.js';

/** An object: what it is in short, and the creation of its records. */
export const sobjectResource: DataResource = {
  path: '/sobjects/:sobject',
  methods: { GET: basicInformation, POST: create },
};

function basicInformation(call: DataCall): Answer {
  const object = requireObject(call);
  return {
    status: 200,
    body: {
      objectDescribe: describeGlobalEntry(seenObject(call, object), call.root),
      recentItems: recentOf(object, call),
    },
  };
}

function recentOf(object: ObjectSchema, call: DataCall): readonly Record<string, unknown>[] {
  return recentItems(call).filter(({ Id: id }) => String(id).startsWith(object.keyPrefix));
}

function create(call: DataCall): Answer {
  const object = requireObject(call);
  const id = call.org.records.insert(
    object,
    recordValues(call.body.object()),
    call.user,
    writeOptionsOf(call),
  );
  noteUse(call, object, id);
  return {
    status: 201,
    headers: { location: recordUrl(object, id, call.root) },
    body: { id, success: true, errors: [] },
  };
}
