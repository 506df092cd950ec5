import type { FieldType } from '../../../protocol/field-type.type.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { sql, type SqlFragment } from './sql-fragment.js';

const TEXT_TYPES: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'datacategorygroupreference',
]);

/** Whether values of a type are texts, which are compared without regard to case. */
export function isText(type: FieldType): boolean {
  return TEXT_TYPES.has(type);
}

/** A value in the form in which it is compared, sorted and grouped: case does not count unless its field says so. */
export function folded({ type, field }: PlannedExpression, value: SqlFragment): SqlFragment {
  const ignoresCase = (isText(type) || type === 'anyType') && field?.field.caseSensitive !== true;
  return ignoresCase ? sql`fold(${value})` : value;
}
