import { toId18 } from '../../../protocol/salesforce-id.js';
import { OrgError } from '../../org-error.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { describeFor, picklistsOf, recordTypesOf } from '../sobjects/sobject-description.js';
import { findObject } from '../sobjects/sobject-request.js';
import { objectInfo } from './object-info.js';
import { picklistFieldValues, picklistValues } from './picklist-values.js';

const SINCE = 41;
const PICKLISTS = '/ui-api/object-info/:sobject/picklist-values/:recordType';

/** As much of the user interface API as programs use that generate code and forms: what objects and picklists are. */
export const uiApiResources: readonly DataResource[] = [
  { path: '/ui-api/object-info', since: SINCE, methods: { GET: directory } },
  { path: '/ui-api/object-info/:sobject', since: SINCE, methods: { GET: info } },
  { path: '/ui-api/object-info/batch/:sobjects', since: SINCE, methods: { GET: infos } },
  { path: PICKLISTS, since: SINCE, methods: { GET: picklists } },
  { path: `${PICKLISTS}/:field`, since: SINCE, methods: { GET: picklist } },
];

function directory({ org, root, user }: DataCall): Answer {
  const { permissions, catalog } = org;
  const seen = permissions.areRestricted(user)
    ? permissions
        .catalogFor(user)
        .all()
        .map(({ definition }) => definition)
    : catalog.summaries();
  const objects = seen
    .filter(({ traits }) => traits?.includes('layoutable'))
    .map(({ name, keyPrefix, label, labelPlural }) => [
      name,
      {
        apiName: name,
        keyPrefix,
        label,
        labelPlural,
        nameFields: [],
        objectInfoUrl: `${root}/ui-api/object-info/${name}`,
        supportedFeatures: [],
      },
    ]);
  return { status: 200, body: { objects: Object.fromEntries(objects) } };
}

function info(call: DataCall): Answer {
  return { status: 200, body: objectInfo(call, requireUiObject(call, call.parameters['sobject'] ?? '')) };
}

/** Several at once: what one of them cannot be found for does not keep the others back. */
function infos(call: DataCall): Answer {
  const names = (call.parameters['sobjects'] ?? '').split(',');
  const results = names.map((name) => {
    const object = findObject(call, name.trim());
    if (object) return { result: objectInfo(call, object), statusCode: 200 };
    const { errorCode, message } = resourceNotFound();
    return { result: [{ errorCode, message }], statusCode: 404 };
  });
  return { status: 200, body: { results } };
}

function picklists(call: DataCall): Answer {
  const { description, url } = picklistTarget(call);
  return { status: 200, body: picklistFieldValues(description, url) };
}

function picklist(call: DataCall): Answer {
  const { description, url } = picklistTarget(call);
  const wanted = call.parameters['field']?.toLowerCase();
  const field = picklistsOf(description).find(({ name }) => name.toLowerCase() === wanted);
  if (!field) throw resourceNotFound();
  return { status: 200, body: picklistValues(description, field, url) };
}

function picklistTarget(call: DataCall) {
  const object = requireUiObject(call, call.parameters['sobject'] ?? '');
  const description = describeFor(call, object);
  const recordType = toId18(call.parameters['recordType'] ?? '');
  if (!recordTypesOf(description).some(({ recordTypeId }) => recordTypeId === recordType)) {
    throw resourceNotFound();
  }
  return { description, url: `${call.root}/ui-api/object-info/${object.name}/picklist-values/${recordType}` };
}

function requireUiObject(call: DataCall, name: string) {
  const object = findObject(call, name);
  if (object) return object;
  throw new OrgError('INVALID_TYPE', `Object [[${name}]] is not supported in UI API`, { status: 400 });
}
