import { idChecksum } from '../../../protocol/salesforce-id.js';
import { CsvWriter } from '../../../csv/csv-writer.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import { element, escapeXml } from '../../xml/xml-text.js';
import { type BulkBatch, type BulkJob, isIngestJob } from '../bulk-job.interface.js';
import type { BulkJobStorage } from '../bulk-job.storage.js';
import { errorText, type RowOutcome, unpackOutcomes } from '../ingest/row-outcome.js';
import {
  CLASSIC_NAMESPACE,
  type ClassicFormat,
  jsonAnswer,
  recordElement,
  textAnswer,
  xmlAnswer,
} from './classic-answer.js';

const CSV_TYPE = 'text/csv';

/** What a CSV file says that has no rows, header or other. */
const NO_RECORDS = 'Records not found for this query';

/** The outcomes of the rows of an ingest, or the list of the results of a query. */
export function batchResult(
  jobs: BulkJobStorage,
  job: BulkJob,
  batch: BulkBatch,
  format: ClassicFormat,
): Answer {
  if (!isIngestJob(job)) return resultList(resultId(batch), format);
  const outcomes = [...jobs.chunks(batch.id)].flatMap(({ content }) => unpackOutcomes(content));
  switch (job.contentType) {
    case 'CSV':
      return textAnswer(200, CSV_TYPE, csvOutcomes(outcomes));
    case 'JSON':
      return jsonAnswer(200, outcomes.map(jsonOutcome));
    case 'XML':
      return xmlAnswer(200, element('results', outcomes.map(xmlOutcome).join(''), CLASSIC_NAMESPACE));
  }
}

/** The rows of a query's result; undefined for an id that is not the result's. */
export function queryResult(
  jobs: BulkJobStorage,
  job: BulkJob,
  batch: BulkBatch,
  id: string,
): Answer | undefined {
  if (batch.state !== 'Completed' || id !== resultId(batch)) return undefined;
  const chunks = [...jobs.chunks(batch.id)].map(({ content }) => content);
  if (job.contentType === 'CSV') {
    const text = chunks.length === 0 ? `"${NO_RECORDS}"\n` : jobs.header(batch.id) + chunks.join('');
    return textAnswer(200, CSV_TYPE, text);
  }
  const lines = chunks.flatMap((chunk) => chunk.split('\n').slice(0, -1));
  if (job.contentType === 'JSON') return textAnswer(200, 'application/json', `[${lines.join(',')}]`);
  const records = lines.map((line) => recordElement('records', recordIn(line)));
  return xmlAnswer(200, element('queryResult', records.join(''), CLASSIC_NAMESPACE));
}

/** A record with its numbers as they were written. */
function recordIn(line: string): Record<string, unknown> {
  // That parsing tells the text of a number is younger than the library's own types.
  return JSON.parse(line, asWritten as (key: string, value: unknown) => unknown) as Record<string, unknown>;
}

function asWritten(_: string, value: unknown, { source }: { readonly source?: string }): unknown {
  return typeof value === 'number' ? source : value;
}

/** The one result of a batch is called by the batch's number. */
function resultId({ id }: BulkBatch): string {
  const id15 = `752${id.slice(3, 15)}`;
  return id15 + idChecksum(id15);
}

function resultList(id: string, format: ClassicFormat): Answer {
  if (format === 'json') return jsonAnswer(200, [id]);
  return xmlAnswer(200, element('result-list', element('result', id), CLASSIC_NAMESPACE));
}

function csvOutcomes(outcomes: readonly RowOutcome[]): string {
  const writer = new CsvWriter({ delimiter: ',' });
  let text = writer.row(['Id', 'Success', 'Created', 'Error']);
  for (const outcome of outcomes) {
    text += outcome.error
      ? writer.row([outcome.id, 'false', 'false', errorText(outcome.error)])
      : writer.row([outcome.id, 'true', String(outcome.created), '']);
  }
  return text;
}

function jsonOutcome(outcome: RowOutcome): unknown {
  if (!outcome.error) return { success: true, created: outcome.created, id: outcome.id, errors: [] };
  const { code, message, fields } = outcome.error;
  const error = { message, fields, statusCode: code, extendedErrorDetails: null };
  return { success: false, created: false, id: outcome.id === '' ? null : outcome.id, errors: [error] };
}

function xmlOutcome(outcome: RowOutcome): string {
  if (!outcome.error) return element('result', element('id', outcome.id) + flags(true, outcome.created));
  const { code, message, fields } = outcome.error;
  const error = [
    ...fields.map((field) => element('fields', escapeXml(field))),
    element('message', escapeXml(message)),
    element('statusCode', code),
  ];
  return element('result', element('errors', error.join('')) + flags(false, false));
}

function flags(success: boolean, created: boolean): string {
  return element('success', String(success)) + element('created', String(created));
}
