import type { Answer } from '../../rest/org-exchange.interface.js';
import type { OpenResource } from '../../rest/resource.interface.js';
import { type BulkBatch, type BulkJob, type ContentType, isIngestJob } from '../bulk-job.interface.js';
import { batchListAnswer, infoAnswer, textAnswer } from './classic-answer.js';
import {
  type ClassicCall,
  classicResource,
  formatOf,
  requireBatch,
  requireClassicJob,
} from './classic-call.js';
import { classicBatchInfo } from './classic-info.js';
import { classicRefusal } from './classic-refusals.js';
import { batchResult, queryResult } from './classic-results.js';
import { splitQuery } from './pk-chunking.js';

/** How the data of a job is announced. */
export const MEDIA_TYPES: Readonly<Record<ContentType, string>> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XML: 'application/xml',
};
const ANNOUNCED: Readonly<Record<ContentType, RegExp>> = { CSV: /csv/i, JSON: /json/i, XML: /xml/i };

const MAX_BYTES = 10_000_000;

/** The batches of a job: added, told about, and what came of them. */
export const classicBatchResources: readonly OpenResource[] = [
  classicResource('/job/:job/batch', { GET: list, POST: add }),
  classicResource('/job/:job/batch/:batch', { GET: describe }),
  classicResource('/job/:job/batch/:batch/request', { GET: request }),
  classicResource('/job/:job/batch/:batch/result', { GET: result }),
  classicResource('/job/:job/batch/:batch/result/:result', { GET: resultOfQuery }),
];

function add(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  if (job.state !== 'Open') {
    throw classicRefusal('InvalidJobState', `Job is in state ${job.state}; batches are added to open jobs`);
  }
  const { text, bytes } = call.body;
  if (bytes.byteLength > MAX_BYTES) {
    throw classicRefusal(
      'ClientInputError',
      `Failed to read request. Exceeded max size limit of ${MAX_BYTES}`,
    );
  }
  if (text.trim() === '') throw classicRefusal('ClientInputError', 'Batch has no content');
  const batch = isIngestJob(job) ? addData(call, job, text) : addQuery(call, job, text);
  call.org.usage.count('DailyBulkApiBatches');
  call.org.bulk.wake();
  const format = formatOf(call, job);
  return infoAnswer(201, { name: 'batchInfo', properties: classicBatchInfo(batch, format) }, format);
}

function addData({ org, headers }: ClassicCall, job: BulkJob, text: string): BulkBatch {
  const type = headers['content-type'] ?? '';
  if (!ANNOUNCED[job.contentType].test(type)) {
    throw classicRefusal(
      'InvalidBatch',
      `Content type ${type} does not match that of the job, ${job.contentType}`,
    );
  }
  return org.bulk.jobs.addBatch(job.id, text, 'Queued');
}

/** A query that is split stands for its chunks, and is not run itself. */
function addQuery(call: ClassicCall, job: BulkJob, soql: string): BulkBatch {
  const { jobs } = call.org.bulk;
  if (job.chunkSize === undefined) return jobs.addBatch(job.id, soql, 'Queued');
  const chunks = splitQuery(soql, job.chunkSize, { ...call, queries: call.org.queries });
  const batch = jobs.addBatch(job.id, soql, 'NotProcessed');
  for (const chunk of chunks) jobs.addBatch(job.id, chunk, 'Queued');
  return batch;
}

function list(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const format = formatOf(call, job);
  const batches = call.org.bulk.jobs.batches(job.id).map((batch) => classicBatchInfo(batch, format));
  return batchListAnswer(batches, format);
}

function describe(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const format = formatOf(call, job);
  const properties = classicBatchInfo(requireBatch(call, job), format);
  return infoAnswer(200, { name: 'batchInfo', properties }, format);
}

/** The batch as it was sent. */
function request(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const { id } = requireBatch(call, job);
  const type = isIngestJob(job) ? MEDIA_TYPES[job.contentType] : 'text/plain';
  return textAnswer(200, `${type};charset=UTF-8`, call.org.bulk.jobs.content(id));
}

function result(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const batch = requireBatch(call, job);
  if (batch.state === 'Queued' || batch.state === 'InProgress') {
    throw classicRefusal('InvalidBatch', 'Batch not completed');
  }
  const begun = batch.state === 'Completed' || batch.processed > 0;
  if (!begun) throw classicRefusal('InvalidBatch', 'Records not processed');
  return batchResult(call.org.bulk.jobs, job, batch, formatOf(call, job));
}

function resultOfQuery(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const batch = requireBatch(call, job);
  const answer =
    !isIngestJob(job) && queryResult(call.org.bulk.jobs, job, batch, call.parameters['result'] ?? '');
  if (answer) return answer;
  throw classicRefusal('InvalidBatch', `Invalid result id: ${call.parameters['result']}`);
}
