import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toColumn } from '../column-value.js';
import type { OrgRow } from '../org-row.js';

/** What a new record holds in the fields its body leaves out. An explicit null stays null, but nobody owning a record. */
export function defaultValues(object: ObjectSchema, given: OrgRow, userId: string): OrgRow {
  const defaults: OrgRow = {};
  for (const field of object.columns) {
    if (given[field.name] !== undefined) continue;
    const value = field.defaultValue ?? field.picklistValues?.find(({ isDefault }) => isDefault)?.value;
    if (value !== undefined) defaults[field.name] = toColumn(field, value);
  }
  if (object.field('OwnerId') && (given['OwnerId'] ?? null) === null) defaults['OwnerId'] = userId;
  return defaults;
}
