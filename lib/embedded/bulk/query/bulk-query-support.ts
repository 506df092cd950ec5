import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import type { Expression } from '../../../soql/ast/expression.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoql } from '../../../soql/parser/soql-parser.js';
import { OrgError } from '../../org-error.js';

const AGGREGATES: ReadonlySet<string> = new Set([
  'AVG',
  'COUNT',
  'COUNT_DISTINCT',
  'MAX',
  'MIN',
  'SUM',
  'GROUPING',
]);

/** How refusals call the API. */
export type BulkApiName = 'Bulk Query' | 'Bulk V2 Query';

/**
 * Reads a query and sees to it that it has nothing in it that a table of rows cannot hold.
 *
 * @throws OrgError with the exception code of the Bulk API, or that of SOQL for what is no query
 */
export function readBulkQuery(soql: string, api: BulkApiName): SoqlQuery {
  const query = parsed(soql);
  const refused = refusedPart(query);
  if (refused !== undefined) throw notSupported(`${refused} not supported in ${api}`);
  const subquery = query.select.some(({ kind }) => kind === 'subquery');
  if (subquery) throw notSupported(`Aggregate Relationships not supported in ${api} with CSV content type`);
  if (query.select.some((item) => item.kind === 'fields' && item.group !== 'STANDARD')) {
    throw notSupported(
      'The SOQL FIELDS function is not supported with an unbounded set of fields in this API.',
    );
  }
  return query;
}

/** The platform's word for an address or location, which has no single cell. */
export function compoundNotSupported(): OrgError {
  return notSupported('Selecting compound data not supported in Bulk Query');
}

function notSupported(message: string): OrgError {
  return new OrgError('FEATURENOTENABLED', message);
}

function refusedPart(query: SoqlQuery): string | undefined {
  if (query.groupBy) return 'GROUP BY';
  if (query.offset !== undefined) return 'OFFSET';
  if (query.select.some(({ kind }) => kind === 'typeof')) return 'TYPEOF';
  const aggregated = query.select.some((item) => item.kind === 'expression' && isAggregate(item.expression));
  return aggregated ? 'Aggregate functions' : undefined;
}

function isAggregate(expression: Expression): boolean {
  return expression.kind === 'function' && AGGREGATES.has(expression.name.toUpperCase());
}

function parsed(soql: string): SoqlQuery {
  try {
    return parseSoql(soql);
  } catch (error) {
    if (!(error instanceof MalformedQueryException)) throw error;
    throw new OrgError(error.errorCode ?? 'MALFORMED_QUERY', error.message);
  }
}
