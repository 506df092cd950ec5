import { QueryCursorExpiredException } from '../../exceptions/query-cursor-expired.exception.js';
import { SalesforceTimeoutException } from '../../exceptions/salesforce-timeout.exception.js';
import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { and, comparison } from '../../soql/ast/factories/condition.factory.js';
import { stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { Condition } from '../../soql/ast/condition.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';

/** Whether the org lost, or could not follow, the cursor of a result: a new query can still find the rest of it. */
export function isCursorLost(error: unknown): boolean {
  if (error instanceof QueryCursorExpiredException) return true;
  return error instanceof SalesforceTimeoutException && error.errorCode === 'QUERY_TIMEOUT';
}

/**
 * The query for the records that come after one of a result, of which `read` records have been read; undefined where none
 * finds exactly those. Only an order by the id tells what is yet to come: a page of any other order, or of none, may begin
 * anew in between records with the same key, and a record would be lost or come twice.
 */
export function queryAfter(
  query: SoqlQuery,
  { apiName }: FieldMetadata,
  lastId: unknown,
  read: number,
): SoqlQuery | undefined {
  const [key] = query.orderBy ?? [];
  const expression = key?.expression;
  if (typeof lastId !== 'string' || query.groupBy || expression?.kind !== 'field') return undefined;
  if (expression.path.length !== 1 || expression.path[0]?.toLowerCase() !== apiName.toLowerCase())
    return undefined;
  const beyond = comparison(expression, key?.direction === 'DESC' ? '<' : '>', stringLiteral(lastId));
  return soqlQuery({
    ...query,
    where: both(query.where, beyond),
    limit: query.limit === undefined ? undefined : query.limit - read,
    // What was to be skipped comes before what has been read.
    offset: undefined,
  });
}

function both(where: Condition | undefined, other: Condition): Condition {
  if (!where) return other;
  return where.kind === 'and' ? and(other, ...where.conditions) : and(other, where);
}
