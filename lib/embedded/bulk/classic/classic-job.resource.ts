import type { Answer } from '../../rest/org-exchange.interface.js';
import type { OpenResource } from '../../rest/resource.interface.js';
import {
  type BulkJob,
  type ContentType,
  INGEST_OPERATIONS,
  type JobDefinition,
  QUERY_OPERATIONS,
} from '../bulk-job.interface.js';
import { wrongState } from '../bulk-refusals.js';
import { readExternalIdField, requireAllowed, requireObject } from '../job-definition.js';
import { infoAnswer } from './classic-answer.js';
import { classicBatchResources } from './classic-batch.resource.js';
import {
  type ClassicCall,
  classicResource,
  formatOf,
  readJobInfo,
  requireClassicJob,
} from './classic-call.js';
import { classicJobInfo } from './classic-info.js';
import { classicRefusal, unparsableJob } from './classic-refusals.js';
import { readChunkSize } from './pk-chunking.js';

type Body = Readonly<Record<string, unknown>>;

const CONTENT_TYPES: readonly ContentType[] = ['CSV', 'JSON', 'XML'];
/** Some clients write the places of the modes in their list. */
const CONCURRENCY_MODES: ReadonlyMap<string, JobDefinition['concurrencyMode']> = new Map([
  ['parallel', 'Parallel'],
  ['0', 'Parallel'],
  ['serial', 'Serial'],
  ['1', 'Serial'],
]);

/** Jobs of Bulk API 1.0, which are open for batches until they are closed. */
export const classicResources: readonly OpenResource[] = [
  classicResource('/job', { POST: create }),
  classicResource('/job/:job', { GET: describe, POST: change }),
  ...classicBatchResources,
  classicResource('/*', {
    GET: refuseUrl,
    POST: refuseUrl,
    PATCH: refuseUrl,
    PUT: refuseUrl,
    DELETE: refuseUrl,
  }),
];

function refuseUrl(): never {
  throw classicRefusal('InvalidUrl', 'The URI specified is invalid');
}

function create(call: ClassicCall): Answer {
  const { org, user } = call;
  const job = org.bulk.jobs.create(readDefinition(call), user.id, 'Open');
  return info(call, 201, job);
}

function readDefinition(call: ClassicCall): JobDefinition {
  const body = readJobInfo(call);
  const operation = [...INGEST_OPERATIONS, ...QUERY_OPERATIONS].find((each) => each === body['operation']);
  const contentType = CONTENT_TYPES.find((each) => each === (body['contentType'] ?? 'XML'));
  const mode = CONCURRENCY_MODES.get(String(body['concurrencyMode'] ?? 'Parallel').toLowerCase());
  if (!operation || !contentType || !mode) throw unparsableJob();
  const { permissions } = call.org;
  const object = requireObject(body['object'], permissions.catalogFor(call.user));
  requireAllowed(operation, { user: call.user, permissions });
  const chunkSize = readChunkSize(call.headers['sforce-enable-pkchunking']);
  return {
    type: 'Classic',
    operation,
    object: object.name,
    ...(operation === 'upsert' && { externalIdFieldName: readExternalIdField(body, object) }),
    ...textOf(body, 'assignmentRuleId'),
    concurrencyMode: mode,
    contentType,
    columnDelimiter: 'COMMA',
    apiVersion: call.apiVersion,
    ...(chunkSize !== undefined && { chunkSize }),
  };
}

function textOf(body: Body, name: 'assignmentRuleId'): Partial<JobDefinition> {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
}

function describe(call: ClassicCall): Answer {
  return info(call, 200, requireClassicJob(call));
}

function change(call: ClassicCall): Answer {
  const job = requireClassicJob(call);
  const { state } = readJobInfo(call);
  if (state === 'Closed') return info(call, 200, close(call, job));
  if (state === 'Aborted') return info(call, 200, abort(call, job));
  throw unparsableJob();
}

function close({ org }: ClassicCall, job: BulkJob): BulkJob {
  if (job.state !== 'Open') throw wrongState('Closing', job);
  return org.bulk.jobs.setState(job.id, 'Closed');
}

/** What is done stays, and what waits is not done any more. */
function abort({ org: { bulk } }: ClassicCall, job: BulkJob): BulkJob {
  if (job.state === 'Aborted') throw wrongState('Aborting', job);
  bulk.drop(job.id);
  bulk.jobs.moveBatches(job.id, ['Queued', 'InProgress'], 'NotProcessed');
  return bulk.jobs.setState(job.id, 'Aborted');
}

function info(call: ClassicCall, status: number, job: BulkJob): Answer {
  const format = formatOf(call, job);
  const properties = classicJobInfo(job, call.org.bulk.jobs.batches(job.id), format);
  return infoAnswer(status, { name: 'jobInfo', properties }, format);
}
