import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { IngestJob } from '../bulk-job.interface.js';
import { dialectOf } from '../csv-dialect-of.js';
import { ColumnPlan } from './column-plan.js';
import { CsvRowReader } from './csv-row-reader.js';
import { JsonRowReader } from './json-row-reader.js';
import type { RowReader } from './row-reader.interface.js';
import { XmlRowReader } from './xml-row-reader.js';

interface RowsToRead {
  readonly content: string;
  /** Where to begin, as the `position` of an earlier reader told; 0 for all rows. */
  readonly from: number;
  /** As the user of the job sees them. */
  readonly object: ObjectSchema;
  readonly catalog: ObjectCatalog;
}

/** The rows of a batch, in the format of its job. @throws BatchError for content that cannot be read */
export function openRows(job: IngestJob, { content, from, object, catalog }: RowsToRead): RowReader {
  switch (job.contentType) {
    case 'CSV':
      return new CsvRowReader(content, dialectOf(job), { from, plan: planned });
    case 'JSON':
      return new JsonRowReader(content, from);
    case 'XML':
      return new XmlRowReader(content, from);
  }

  function planned(header: readonly string[]): ColumnPlan {
    const plan = new ColumnPlan(header, object, catalog);
    plan.requireFor(job.operation, job.externalIdFieldName);
    return plan;
  }
}
