import { toId18 } from '../../../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../../../schema/sobject-definition.interface.js';
import { OrgError } from '../../../org-error.js';
import type { DataCall } from '../../resource.interface.js';
import { defaultValue } from '../../sobjects/default-values.resource.js';
import type { QuickAction } from './quick-action.js';

/** What the form of an action holds before anyone fills it in. @param contextId of the record it is opened on */
export function formValues(call: DataCall, action: QuickAction, contextId?: string): Record<string, unknown> {
  const fields = action.fields.flatMap((name) => action.object.field(name) ?? []);
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, defaultValue(field, call)])),
    ...pick(action.predefined, fields),
    ...contextValues(call, action, contextId),
  };
}

/** The field that ties a new record to the one it is made on. */
export function contextValues(
  call: DataCall,
  { object }: QuickAction,
  contextId: string | undefined,
): Record<string, unknown> {
  if (contextId === undefined) return {};
  const id = toId18(contextId);
  const context = id && call.org.catalog.byKeyPrefix(id.slice(0, 3));
  if (!context) throw new OrgError('INVALID_ID_FIELD', `invalid context id: ${contextId}`);
  const field = object.fields.find(
    ({ createable, referenceTo = [] }) => createable && referenceTo.includes(context.name),
  );
  return field ? { [field.name]: id } : {};
}

function pick(
  values: Readonly<Record<string, unknown>>,
  fields: readonly FieldDefinition[],
): Record<string, unknown> {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}
