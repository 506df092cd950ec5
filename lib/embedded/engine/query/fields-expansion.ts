import type { Condition } from '../../../soql/ast/condition.js';
import type { FieldPath } from '../../../soql/ast/expression.js';
import type { FieldsExpansion, SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { RecordScope } from './record-scope.js';

const MAX_UNBOUNDED_ROWS = 200;

/** The select list with `FIELDS(…)` replaced by the fields it stands for. */
export function expandFields(query: SoqlQuery, scope: RecordScope): readonly SelectItem[] {
  return query.select.flatMap((item) => (item.kind === 'fields' ? expand(item, query, scope) : [item]));
}

function expand(item: FieldsExpansion, query: SoqlQuery, scope: RecordScope): SelectItem[] {
  if (item.group !== 'STANDARD' && !isBounded(query)) {
    const reason = `The SOQL FIELDS function must have a LIMIT of at most ${MAX_UNBOUNDED_ROWS}`;
    throw scope.source.refusal('MALFORMED_QUERY', reason);
  }
  const fields = scope.object.fields.filter(
    (field) => item.group === 'ALL' || (field.custom === true) === (item.group === 'CUSTOM'),
  );
  if (fields.length === 0) {
    const reason = "'FIELDS(...)' expansion function must result in at least one field being selected.";
    throw scope.source.refusal('MALFORMED_QUERY', reason);
  }
  return fields.map(({ name }) => {
    const expression: FieldPath = { kind: 'field', path: [name] };
    return { kind: 'expression', expression };
  });
}

function isBounded({ limit, where }: SoqlQuery): boolean {
  return (limit ?? Infinity) <= MAX_UNBOUNDED_ROWS || (where !== undefined && isListOfIds(where));
}

function isListOfIds(condition: Condition): boolean {
  if (condition.kind === 'membership') {
    return isId(condition) && !condition.negated && condition.values.length <= MAX_UNBOUNDED_ROWS;
  }
  if (condition.kind === 'comparison') return isId(condition) && condition.operator === '=';
  if (condition.kind === 'and') return condition.conditions.some(isListOfIds);
  return (
    condition.kind === 'or' &&
    condition.conditions.length <= MAX_UNBOUNDED_ROWS &&
    condition.conditions.every((part) => part.kind === 'comparison' && isListOfIds(part))
  );
}

function isId({ left }: Extract<Condition, { kind: 'membership' | 'comparison' }>): boolean {
  return left.kind === 'field' && left.path.length === 1 && left.path[0]?.toLowerCase() === 'id';
}
