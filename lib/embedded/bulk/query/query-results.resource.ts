import { CsvReader } from '../../../csv/csv-reader.js';
import { CsvWriter } from '../../../csv/csv-writer.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import type { DataCall, DataResource } from '../../rest/resource.interface.js';
import type { BatchChunk, BulkBatch, BulkJob } from '../bulk-job.interface.js';
import { invalidProperty, otherVersion, resultsNotReady } from '../bulk-refusals.js';
import { dialectOf } from '../csv-dialect-of.js';
import { requireJob } from '../job-call.js';

/** Rows and bytes of a page at most, whatever the client asks for. */
const MAX_ROWS = 250_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Addresses that one answer has for readers side by side. */
const MAX_PAGES = 5;

/** The result of a query job, a page at a time. */
export const queryResultResources: readonly DataResource[] = [
  { path: '/jobs/query/:job/results', since: 47, methods: { GET: results } },
  { path: '/jobs/query/:job/resultPages', since: 58, methods: { GET: resultPages } },
];

function results(call: DataCall): Answer {
  const { job, batch } = finished(call);
  const { jobs } = call.org.bulk;
  const from = fromLocator(call.query.get('locator'), batch.processed);
  const to = Math.min(from + rowsOfPage(call, batch), batch.processed);
  const parts = [jobs.header(batch.id)];
  for (const chunk of jobs.chunks(batch.id, from)) {
    if (chunk.start >= to) break;
    parts.push(rowsOf(chunk, from, to, job));
  }
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv;charset=UTF-8',
      'sforce-numberofrecords': String(to - from),
      'sforce-locator': to < batch.processed ? locatorOf(to) : 'null',
    },
    body: parts.join(''),
  };
}

function resultPages(call: DataCall): Answer {
  const { job, batch } = finished(call);
  const rows = rowsOfPage(call, batch);
  const path = `${call.root}/jobs/query/${job.id}`;
  const size = call.query.has('maxRecords') ? `&maxRecords=${rows}` : '';
  const pages: { readonly resultUrl: string }[] = [];
  let at = fromLocator(call.query.get('locator'), batch.processed);
  for (; pages.length < MAX_PAGES && at < batch.processed; at += rows) {
    pages.push({ resultUrl: `${path}/results?locator=${locatorOf(at)}${size}` });
  }
  const done = at >= batch.processed;
  const next = done ? {} : { nextRecordUrl: `${path}/resultPages?locator=${locatorOf(at)}${size}` };
  return { status: 200, body: { resultPages: pages, ...next, done } };
}

function finished(call: DataCall): { readonly job: BulkJob; readonly batch: BulkBatch } {
  const job = requireJob(call, 'V2Query');
  const [batch] = call.org.bulk.jobs.batches(job.id);
  if (job.state !== 'JobComplete' || !batch) throw resultsNotReady(job);
  if (job.apiVersion !== call.apiVersion) throw otherVersion(job.apiVersion);
  return { job, batch };
}

function rowsOfPage({ query, org }: DataCall, { id, processed }: BulkBatch): number {
  const asked = Number(query.get('maxRecords') ?? MAX_ROWS);
  if (!Number.isInteger(asked) || asked < 1) throw invalidProperty('maxRecords', query.get('maxRecords'));
  const fitting = Math.floor((MAX_BYTES * processed) / Math.max(1, org.bulk.jobs.sizeOfChunks(id)));
  return Math.max(1, Math.min(asked, MAX_ROWS, processed === 0 ? asked : fitting));
}

/** Pages begin and end inside chunks too. */
function rowsOf({ start, end, content }: BatchChunk, from: number, to: number, job: BulkJob): string {
  if (from <= start && end <= to) return content;
  const dialect = dialectOf(job);
  const writer = new CsvWriter(dialect);
  const rows = [...new CsvReader(content, dialect)].slice(Math.max(0, from - start), to - start);
  return rows.map((row) => writer.row(row)).join('');
}

/** A locator is the number of the page's first row, in a form that nobody takes for one. */
function locatorOf(row: number): string {
  return Buffer.from(String(row)).toString('base64url');
}

function fromLocator(locator: string | null, rows: number): number {
  if (locator === null || locator === '') return 0;
  const row = Number(Buffer.from(locator, 'base64url').toString());
  if (Number.isInteger(row) && row >= 0 && row <= rows && locatorOf(row) === locator) return row;
  throw invalidProperty('locator', locator);
}
