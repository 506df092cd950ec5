import { toId18 } from '../../../protocol/salesforce-id.js';
import { methodNotAllowed, resourceNotFound } from '../error-answer.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import { followRelationships, MAX_HOPS, type RelationshipTarget } from './relationship-path.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { recordAnswer, recordValues, requestedFields, requireObject, seenObject } from './sobject-request.js';

/** Records by way of relationships: `/sobjects/Contact/003…/Account/Owner`, `/sobjects/Account/001…/Contacts`. */
export const relationshipResources: readonly DataResource[] = Array.from(
  { length: MAX_HOPS - 1 },
  (_, more) => ({
    path: `/sobjects/:sobject/:id/${hopNames(more + 2).join('/')}`,
    methods: {
      GET: (call) => readTarget(call, follow(call)),
      PATCH: (call) => updateTarget(call, follow(call)),
      DELETE: (call) => deleteTarget(call, follow(call)),
    },
  }),
);

/** Where the relationships lead that the path names behind a record's id. */
export function targetOf(
  call: DataCall,
  hops: readonly string[],
  id = call.parameters['id'],
): RelationshipTarget {
  const id18 = toId18(id ?? '');
  if (id18 === undefined) throw resourceNotFound();
  return followRelationships(call, requireObject(call), id18, hops);
}

export function readTarget(call: DataCall, target: RelationshipTarget): Answer {
  if (target.kind === 'record') return recordAnswer(call, target.object, target.id);
  const { field } = target.relationship;
  const child = seenObject(call, target.relationship.child);
  const wanted = call.query.get('fields');
  const names =
    wanted === null ? child.fields.map(({ name }) => name) : requestedFields(child, wanted.split(','));
  const soql = `SELECT ${names.join(', ')} FROM ${child.name} WHERE ${field.name} = '${target.parentId}'`;
  return { status: 200, body: call.org.queries.run(soql, call) };
}

export function updateTarget(call: DataCall, target: RelationshipTarget): Answer {
  const { object, id } = requireRecord(target, 'PATCH');
  call.org.records.update(object, id, recordValues(call.body.object()), call.user, writeOptionsOf(call));
  return { status: 204 };
}

export function deleteTarget(call: DataCall, target: RelationshipTarget): Answer {
  const { object, id } = requireRecord(target, 'DELETE');
  call.org.records.delete(object, id, call.user);
  return { status: 204 };
}

/** Children can only be read together. */
function requireRecord(
  target: RelationshipTarget,
  method: string,
): Extract<RelationshipTarget, { kind: 'record' }> {
  if (target.kind === 'record') return target;
  throw methodNotAllowed(method, ['GET']);
}

function follow(call: DataCall): RelationshipTarget {
  const hops = hopNames(MAX_HOPS).map((name) => call.parameters[name.slice(1)]);
  return targetOf(
    call,
    hops.filter((hop) => hop !== undefined),
  );
}

function hopNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `:hop${index}`);
}
