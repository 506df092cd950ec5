import { COLUMN_DELIMITERS, type CsvDialect, LINE_ENDINGS } from '../../csv/csv-dialect.js';
import type { JobDefinition } from './bulk-job.interface.js';

/** How the data and the results of a job are written. */
export function dialectOf({
  columnDelimiter,
  lineEnding,
}: Pick<JobDefinition, 'columnDelimiter' | 'lineEnding'>): CsvDialect {
  return {
    delimiter: COLUMN_DELIMITERS[columnDelimiter],
    ...(lineEnding && { lineEnding: LINE_ENDINGS[lineEnding] }),
  };
}
