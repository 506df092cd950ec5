import { fieldPath } from '../../../soql/ast/factories/expression.factory.js';
import { and, comparison } from '../../../soql/ast/factories/condition.factory.js';
import type { Condition } from '../../../soql/ast/condition.js';
import { literalOf } from '../../../soql/soql-literal.js';
import { printSoql } from '../../../soql/soql-printer.js';
import type { QueryEngine } from '../../engine/query/query-engine.js';
import type { OrgUser } from '../../engine/record-store.js';
import { readBulkQuery } from '../query/bulk-query-support.js';

const DEFAULT_SIZE = 100_000;
const MAX_SIZE = 250_000;

/** Rows of a chunk, where the header asks for chunks: `true`, or `chunkSize=50000; startRow=001…`. */
export function readChunkSize(header: string | undefined): number | undefined {
  if (header === undefined || /^\s*false\s*$/i.test(header)) return undefined;
  const size = Number(/\bchunkSize\s*=\s*(\d+)/i.exec(header)?.[1] ?? DEFAULT_SIZE);
  return Math.min(Math.max(size, 1), MAX_SIZE);
}

/** The queries that a query is split into: each finds the records between two ids. */
export function splitQuery(
  soql: string,
  size: number,
  {
    queries,
    user,
    apiVersion,
  }: { readonly queries: QueryEngine; readonly user: OrgUser; readonly apiVersion: string },
): readonly string[] {
  const query = readBulkQuery(soql, 'Bulk Query');
  const { ids } = queries.export(`SELECT Id FROM ${query.from.sobject} ORDER BY Id`, {
    user,
    apiVersion,
    allRows: true,
  });
  const chunks = Math.max(1, Math.ceil(ids.length / size));
  return Array.from({ length: chunks }, (_, chunk) => {
    const from = chunk > 0 ? ids[chunk * size] : undefined;
    const to = ids[(chunk + 1) * size];
    const conditions = [query.where, bound('>=', from), bound('<', to)].filter(
      (condition) => condition !== undefined,
    );
    const [first, ...others] = conditions;
    return printSoql(first ? { ...query, where: and(first, ...others) } : query);
  });
}

function bound(operator: '>=' | '<', id: string | undefined): Condition | undefined {
  return id === undefined ? undefined : comparison(fieldPath('Id'), operator, literalOf(id));
}
