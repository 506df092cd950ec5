import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { recordAnswer, recordValues, requireId, requireObject } from '../sobject-request.js';

/** One record by its id. */
export const sobjectRowsResource: DataResource = {
  path: '/sobjects/:sobject/:id',
  methods: { GET: read, PATCH: update, DELETE: remove },
};

function read(call: DataCall): Answer {
  return recordAnswer(call, requireObject(call), requireId(call.parameters['id']));
}

function update(call: DataCall): Answer {
  const object = requireObject(call);
  const id = requireId(call.parameters['id']);
  call.org.records.update(object, id, recordValues(call.body.object()), call.user);
  return { status: 204 };
}

function remove(call: DataCall): Answer {
  const object = requireObject(call);
  call.org.records.delete(object, requireId(call.parameters['id']), call.user);
  return { status: 204 };
}
