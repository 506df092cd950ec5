import type { Expression, FieldPath } from '../expression.js';
import type { ChildSubquery, FieldsExpansion, SelectedExpression, TypeofSelection } from '../select-item.js';
import type { SoqlQuery } from '../soql-query.js';

/** A field or function of the select list, with an optional alias. */
export function selected(expression: Expression, alias?: string): SelectedExpression {
  return { kind: 'expression', expression, alias };
}

/** `FIELDS(group)` */
export function fieldsExpansion(group: FieldsExpansion['group']): FieldsExpansion {
  return { kind: 'fields', group };
}

/** `TYPEOF relationship WHEN … END` */
export function typeofSelection(
  relationship: FieldPath,
  when: TypeofSelection['when'],
  otherwise?: readonly FieldPath[],
): TypeofSelection {
  return { kind: 'typeof', relationship, when, otherwise };
}

/** `(SELECT … FROM Contacts)` */
export function childSubquery(query: SoqlQuery): ChildSubquery {
  return { kind: 'subquery', query };
}
