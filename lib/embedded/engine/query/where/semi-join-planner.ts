import type { SemiJoin } from '../../../../soql/ast/condition.js';
import { isNeverJoined } from '../../../../soql/query-limits.js';
import type { SoqlQuery } from '../../../../soql/ast/soql-query.js';
import { noSuchType } from '../query-refusals.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { RecordScope } from '../record-scope.js';
import { chainSql, sql, type SqlFragment } from '../sql-fragment.js';
import { planWhere } from './where-clause.js';

/** Plans the subquery of `IN (SELECT …)`; the row visibility of the outer query holds for the inner one too. */
export function semiJoinPlanner(visible: (scope: RecordScope) => readonly SqlFragment[]) {
  return (condition: SemiJoin, left: PlannedExpression, outer: RecordScope): SqlFragment => {
    const { query } = condition;
    const { source, catalog } = outer;
    const object = catalog.get(query.from.sobject);
    if (!object) throw source.refusal('INVALID_TYPE', noSuchType(query.from.sobject), query.from);
    if (isNeverJoined(object.name)) {
      const reason = `Entity '${object.name}' is not supported for semi join inner selects`;
      throw source.refusal('MALFORMED_QUERY', reason, query.from);
    }
    refuseClauses(query, outer);
    refuseParents(condition, left, outer);
    const scope = new RecordScope(catalog, source, object, query.from);
    const selected = selectedField(query, scope);
    refuseOtherTypes(condition, left, selected, outer, scope);
    const where = query.where
      ? [
          planWhere(query.where, scope, (inner) => {
            const reason = 'Nesting of semi join sub-selects is not supported';
            throw source.refusal('MALFORMED_QUERY', reason, inner);
          }),
        ]
      : [];
    const conditions = [...visible(scope), sql`${selected.sql} IS NOT NULL`, ...where];
    const found = sql`${left.sql} IN (SELECT ${selected.sql} FROM ${scope.from} WHERE ${chainSql(conditions, 'AND')})`;
    outer.use(scope.objects);
    return condition.negated ? sql`(${found}) IS NOT TRUE` : found;
  };
}

/** The left side is a field of the record itself. */
function refuseParents(
  { left: node }: SemiJoin,
  { field }: PlannedExpression,
  { source, object }: RecordScope,
): void {
  if (field?.path.length === 1) return;
  const reason = `The left operand of a semi join must be an ID or reference field of ${object.name}`;
  throw source.refusal('MALFORMED_QUERY', reason, node);
}

function selectedField(query: SoqlQuery, scope: RecordScope): PlannedExpression {
  const [item, ...others] = query.select;
  if (item?.kind !== 'expression' || item.expression.kind !== 'field' || others.length > 0) {
    const reason = 'A semi join sub-select must select exactly one ID or reference field';
    throw scope.source.refusal('MALFORMED_QUERY', reason, query.from);
  }
  const field = scope.resolve(item.expression);
  const isKey = field.field.type === 'id' || field.field.type === 'reference';
  if (!isKey || !field.column || field.path.length > 1) {
    const reason = `The selected field '${field.path.join('.')}' in the subquery must be an ID or reference field`;
    throw scope.source.refusal('MALFORMED_QUERY', reason, item.expression);
  }
  const name = field.field.name;
  return { sql: field.column, type: field.field.type, name, key: name, field, aggregate: false };
}

const REFUSED_CLAUSES = {
  scope: 'USING SCOPE',
  with: 'WITH',
  groupBy: 'GROUP BY',
  having: 'HAVING',
  orderBy: 'ORDER BY',
  limit: 'LIMIT',
  offset: 'OFFSET',
  for: 'FOR',
  allRows: 'ALL ROWS',
} as const;

function refuseClauses(query: SoqlQuery, { source }: RecordScope): void {
  for (const [clause, name] of Object.entries(REFUSED_CLAUSES)) {
    if (query[clause as keyof typeof REFUSED_CLAUSES] === undefined) continue;
    throw source.refusal('MALFORMED_QUERY', `${name} is not allowed in semi join sub-selects`, query.from);
  }
}

/** Both sides have to point at records of one object, and the inner query at another object than the outer one. */
function refuseOtherTypes(
  condition: SemiJoin,
  left: PlannedExpression,
  selected: PlannedExpression,
  outer: RecordScope,
  inner: RecordScope,
): void {
  const { source } = outer;
  const [leftTypes, rightTypes] = [pointsAt(left, outer), pointsAt(selected, inner)];
  if (!leftTypes.some((type) => rightTypes.includes(type))) {
    const reason =
      `The selected field '${selected.name}' in the subquery and the left operand field in the where expression in the ` +
      `outer query '${left.name}' should point to the same object type`;
    throw source.refusal('MALFORMED_QUERY', reason, condition.left);
  }
  if (inner.object === outer.object) {
    const reason = 'The inner and outer selects should not be on the same object type';
    throw source.refusal('MALFORMED_QUERY', reason, condition.left);
  }
}

function pointsAt({ field }: PlannedExpression, scope: RecordScope): readonly string[] {
  if (field?.field.type === 'id') return [scope.object.name];
  return field?.field.referenceTo ?? [];
}
