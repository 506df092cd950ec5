import { constantDefault } from '../../../schema/constant-default.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requestedFields, requireObject } from './sobject-request.js';

/** What the fields of a new record hold until somebody fills them in: `?fields=Name,StageName`. */
export const defaultValuesResource: DataResource = {
  path: '/sobjects/:sobject/defaultValues',
  since: 38,
  methods: { GET: defaultValues },
};

function defaultValues(call: DataCall): Answer {
  const object = requireObject(call);
  const wanted = requestedFields(object, (call.query.get('fields') ?? '').split(','));
  const fields = object.fields.filter(({ name, createable }) =>
    wanted.length > 0 ? wanted.includes(name) : createable === true,
  );
  const values = fields.map((field) => [field.name, defaultValue(field, call)]);
  return { status: 200, body: { attributes: { type: object.name }, ...Object.fromEntries(values) } };
}

/** What the form of a new record shows in a field. */
export function defaultValue(field: FieldDefinition, { user }: Pick<DataCall, 'user'>): unknown {
  if (field.name === 'OwnerId') return user.id;
  if (field.type === 'boolean') return field.defaultValue === undefined ? false : field.defaultValue;
  return constantDefault(field) ?? null;
}
