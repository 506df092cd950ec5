import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { columnsOf } from './list-view-columns.js';
import type { ListView } from './list-view.js';

/** What a list view shows, as SOQL. */
export function queryOf(object: ObjectSchema, { scope }: ListView): string {
  const names = columnsOf(object).map(({ selectListItem }) => selectListItem);
  const order = orderOf(object).map((name) => `${name} ASC NULLS FIRST`);
  return `SELECT ${names.join(', ')} FROM ${object.name} USING SCOPE ${scope} ORDER BY ${order.join(', ')}`;
}

/** The fields that a list view is sorted by. */
export function orderOf({ nameField }: ObjectSchema): readonly string[] {
  return nameField?.sortable ? [nameField.name, 'Id'] : ['Id'];
}
