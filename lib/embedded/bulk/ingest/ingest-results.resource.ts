import { CsvReader } from '../../../csv/csv-reader.js';
import { CsvWriter } from '../../../csv/csv-writer.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import type { DataCall, DataResource } from '../../rest/resource.interface.js';
import { resultsNotReady } from '../bulk-refusals.js';
import { dialectOf } from '../csv-dialect-of.js';
import type { BulkBatch, BulkJob } from '../bulk-job.interface.js';
import { requireJob } from '../job-call.js';
import { errorText, type RowOutcome, unpackOutcomes } from './row-outcome.js';

const CSV_TYPE = { 'content-type': 'text/csv;charset=UTF-8' };

/** What came of the rows of a job, each kind in a file of its own. */
export const ingestResultResources: readonly DataResource[] = [
  { path: '/jobs/ingest/:job/successfulResults', since: 41, methods: { GET: successfulResults } },
  { path: '/jobs/ingest/:job/failedResults', since: 41, methods: { GET: failedResults } },
  { path: '/jobs/ingest/:job/unprocessedrecords', since: 41, methods: { GET: unprocessedRecords } },
];

function successfulResults(call: DataCall): Answer {
  return results(call, 'sf__Created', (outcome) =>
    outcome.error ? undefined : [outcome.id, String(outcome.created)],
  );
}

function failedResults(call: DataCall): Answer {
  return results(call, 'sf__Error', ({ id, error }) => error && [id, errorText(error)]);
}

/** The rows as they were sent, behind what the org says of each. */
function results(
  call: DataCall,
  column: string,
  cells: (outcome: RowOutcome) => readonly string[] | undefined,
): Answer {
  const { job, batch } = finished(call);
  if (!batch) return csv('');
  const { jobs } = call.org.bulk;
  const content = jobs.content(batch.id);
  const dialect = dialectOf(job);
  const { header, end } = headerOf(content, job);
  const writer = new CsvWriter(dialect);
  const parts = [`"sf__Id"${dialect.delimiter}"${column}"${dialect.delimiter}${header}`];
  // The chunks of a batch follow one another without a gap, and so do the rows.
  const reader = new CsvReader(content, dialect, end);
  for (const chunk of jobs.chunks(batch.id)) {
    let text = '';
    for (const outcome of unpackOutcomes(chunk.content)) {
      const row = reader.next() ?? [];
      const said = cells(outcome);
      if (said) text += writer.row([...said, ...row]);
    }
    parts.push(text);
  }
  return csv(parts.join(''));
}

function unprocessedRecords(call: DataCall): Answer {
  const { job, batch } = finished(call);
  if (!batch) return csv('');
  const { jobs } = call.org.bulk;
  const content = jobs.content(batch.id);
  const { header, end } = headerOf(content, job);
  const rest = job.state === 'JobComplete' ? '' : content.slice(Math.max(jobs.endOfChunks(batch.id), end));
  return csv(header + rest);
}

function finished(call: DataCall): { readonly job: BulkJob; readonly batch: BulkBatch | undefined } {
  const job = requireJob(call, 'V2Ingest');
  if (job.state === 'Open' || job.state === 'UploadComplete' || job.state === 'InProgress') {
    throw resultsNotReady(job);
  }
  return { job, batch: call.org.bulk.jobs.batches(job.id)[0] };
}

/** The header row as it was written, and where the rows behind it begin. */
function headerOf(content: string, job: BulkJob): { readonly header: string; readonly end: number } {
  const { lineEnding = '\n' } = dialectOf(job);
  const start = content.codePointAt(0) === 0xfeff ? 1 : 0;
  const feed = content.indexOf('\n', start);
  const end = feed < 0 ? content.length : feed + 1;
  const header = content.slice(start, end).trimEnd();
  return { header: header === '' ? '' : header + lineEnding, end };
}

function csv(body: string): Answer {
  return { status: 200, headers: CSV_TYPE, body };
}
