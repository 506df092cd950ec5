import type { Expression, FieldPath } from '../expression.js';
import type { ChildSubquery, FieldsExpansion, SelectedExpression, TypeofSelection } from '../select-item.js';
import type { SoqlQuery } from '../soql-query.js';
import { frozenList } from './frozen-list.js';

/** A field or function of the select list, with an optional alias. */
export function selected(expression: Expression, alias?: string): SelectedExpression {
  return Object.freeze({ kind: 'expression', expression, alias });
}

/** `FIELDS(group)` */
export function fieldsExpansion(group: FieldsExpansion['group']): FieldsExpansion {
  return Object.freeze({ kind: 'fields', group });
}

/** `TYPEOF relationship WHEN … END` */
export function typeofSelection(
  relationship: FieldPath,
  when: TypeofSelection['when'],
  otherwise?: readonly FieldPath[],
): TypeofSelection {
  return Object.freeze({
    kind: 'typeof',
    relationship,
    when: frozenList(
      when.map(({ sobject, fields }) => Object.freeze({ sobject, fields: frozenList(fields) })),
    ),
    otherwise: otherwise && frozenList(otherwise),
  });
}

/** `(SELECT … FROM Contacts)` */
export function childSubquery(query: SoqlQuery): ChildSubquery {
  return Object.freeze({ kind: 'subquery', query });
}
