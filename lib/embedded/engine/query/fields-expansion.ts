import type { FieldPath } from '../../../soql/ast/expression.js';
import type { FieldsExpansion, SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { namesRecords } from '../../../soql/query-limits.js';
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
  return (limit ?? Infinity) <= MAX_UNBOUNDED_ROWS || (where !== undefined && namesRecords(where));
}
