import { describeGlobalEntry } from '../../catalog/describe-writer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { recordUrl, requireObject, recordValues } from '../sobject-request.js';

/** An object: what it is in short, and the creation of its records. */
export const sobjectResource: DataResource = {
  path: '/sobjects/:sobject',
  methods: { GET: basicInformation, POST: create },
};

function basicInformation(call: DataCall): Answer {
  const object = requireObject(call);
  return {
    status: 200,
    body: { objectDescribe: describeGlobalEntry(object, call.root), recentItems: [] },
  };
}

function create(call: DataCall): Answer {
  const object = requireObject(call);
  const id = call.org.records.insert(object, recordValues(call.body.object()), call.user);
  return {
    status: 201,
    headers: { location: recordUrl(object, id, call.root) },
    body: { id, success: true, errors: [] },
  };
}
