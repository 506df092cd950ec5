import type { Catalog } from '../../catalog/catalog.js';
import type { CsvDialect } from '../../../csv/csv-dialect.js';
import type { QueryEngine } from '../../engine/query/query-engine.js';
import type { BulkJob } from '../bulk-job.interface.js';
import { readBulkQuery } from './bulk-query-support.js';
import { CsvPages } from './csv-pages.js';
import { RecordPages } from './record-pages.js';
import type { ResultPages } from './result-pages.interface.js';

interface ResultSource {
  readonly queries: QueryEngine;
  readonly catalog: Catalog;
}

type QueryJob = Pick<BulkJob, 'type' | 'operation' | 'contentType' | 'apiVersion' | 'createdById'>;

/** Plans the query of a job. @throws OrgError for a query that is refused */
export function openResult(
  { queries, catalog }: ResultSource,
  soql: string,
  job: QueryJob,
  dialect: CsvDialect,
): ResultPages {
  const { type, operation, contentType, apiVersion, createdById } = job;
  const query = readBulkQuery(soql, type === 'Classic' ? 'Bulk Query' : 'Bulk V2 Query');
  const user = { id: createdById };
  const result = queries.export(soql, { user, apiVersion, allRows: operation === 'queryAll' });
  return contentType === 'CSV'
    ? new CsvPages(query, result, { apiVersion, dialect })
    : new RecordPages(result, catalog);
}
