import { OrgError } from '../../org-error.js';
import { methodNotAllowed } from '../error-answer.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { noteUse } from './recent-use.js';
import {
  createdFlag,
  recordAnswer,
  recordUrl,
  recordValues,
  requireExternalIdField,
  requireId,
  requireObject,
  requireUnchanged,
} from './sobject-request.js';

/** From this version on a record can be created by way of an external id field, without a value in the path. */
const CREATION_VERSION = 37;

/** To delete what was never there is a bad reference rather than a missing resource. */
const NOTHING_TO_DELETE = new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
  status: 404,
  fields: [],
});

/** One record by its id; and, where the path has a field instead, the creation of one. */
export const sobjectRowsResource: DataResource = {
  path: '/sobjects/:sobject/:id',
  methods: { GET: read, PATCH: update, POST: create, DELETE: remove },
};

function read(call: DataCall): Answer {
  const object = requireObject(call);
  const id = requireId(call.parameters['id']);
  const answer = recordAnswer(call, object, id);
  noteUse(call, object, id);
  return answer;
}

/** `POST /sobjects/Account/Id`: an upsert that finds nothing. */
function create(call: DataCall): Answer {
  const object = requireObject(call);
  const field = object.field(call.parameters['id'] ?? '');
  if (!field || Number(call.apiVersion) < CREATION_VERSION) {
    throw methodNotAllowed('POST', ['GET', 'PATCH', 'DELETE']);
  }
  requireExternalIdField(object, field.name);
  const id = call.org.records.insert(
    object,
    recordValues(call.body.object()),
    call.user,
    writeOptionsOf(call),
  );
  return {
    status: 201,
    headers: { location: recordUrl(object, id, call.root) },
    body: { id, success: true, errors: [], ...(createdFlag(call) && { created: true }) },
  };
}

function update(call: DataCall): Answer {
  const object = requireObject(call);
  const id = requireId(call.parameters['id']);
  requireUnchanged(call, object, id);
  call.org.records.update(object, id, recordValues(call.body.object()), call.user, writeOptionsOf(call));
  noteUse(call, object, id);
  return { status: 204 };
}

function remove(call: DataCall): Answer {
  const object = requireObject(call);
  const id = requireId(call.parameters['id']);
  if (call.org.records.find(object, id) === undefined) throw NOTHING_TO_DELETE;
  call.org.records.delete(object, id, call.user);
  return { status: 204 };
}
