import type { BulkJob } from '../bulk-job.interface.js';
import { invalidProperty, secondUpload, wrongState } from '../bulk-refusals.js';
import { deleteJob, listJobs, requestedState, requireJob } from '../job-call.js';
import { readIngestDefinition } from '../job-definition.js';
import { ingestJobDetails, jobInfo, newJobInfo } from '../job-info.js';
import type { Answer } from '../../rest/org-exchange.interface.js';
import type { DataCall, DataResource } from '../../rest/resource.interface.js';
import { ingestResultResources } from './ingest-results.resource.js';
import { readMultipartJob } from './multipart-job.js';

const SINCE = 41;

/** Ingest jobs of Bulk API 2.0: made, given their data, started, and told about. */
export const ingestJobResources: readonly DataResource[] = [
  { path: '/jobs/ingest', since: SINCE, formats: 'json', methods: { GET: list, POST: create } },
  {
    path: '/jobs/ingest/:job',
    since: SINCE,
    formats: 'json',
    methods: { GET: describe, PATCH: change, DELETE: remove },
  },
  { path: '/jobs/ingest/:job/batches', since: SINCE, methods: { PUT: upload } },
  ...ingestResultResources,
];

function create(call: DataCall): Answer {
  const { org, user, apiVersion } = call;
  const multipart = readMultipartJob(call);
  const maker = { user, permissions: org.permissions };
  const definition = readIngestDefinition(multipart?.job ?? call.body.object(), maker, apiVersion);
  const job = org.bulk.jobs.create(definition, user.id, 'Open');
  if (!multipart) return { status: 200, body: newJobInfo(job) };
  org.bulk.jobs.addBatch(job.id, multipart.content, 'Uploaded');
  return { status: 200, body: newJobInfo(start(call, job)) };
}

function upload(call: DataCall): Answer {
  const { jobs } = call.org.bulk;
  const job = requireJob(call, 'V2Ingest');
  if (job.state !== 'Open') throw wrongState('Uploading to', job);
  if (jobs.batches(job.id).length > 0) throw secondUpload(job.id);
  jobs.addBatch(job.id, call.body.text, 'Uploaded');
  return { status: 201 };
}

function change(call: DataCall): Answer {
  const job = requireJob(call, 'V2Ingest');
  const state = requestedState(call);
  if (state === 'UploadComplete') {
    if (job.state !== 'Open') throw wrongState('Closing', job);
    return { status: 200, body: jobInfo(start(call, job)) };
  }
  if (state === 'Aborted') return { status: 200, body: jobInfo(abort(call, job)) };
  throw invalidProperty('state', state);
}

function start({ org: { bulk, usage } }: DataCall, { id }: BulkJob): BulkJob {
  if (bulk.jobs.batches(id).length === 0) bulk.jobs.addBatch(id, '', 'Uploaded');
  bulk.jobs.moveBatches(id, ['Uploaded'], 'Queued');
  usage.count('DailyBulkApiBatches');
  bulk.wake();
  return bulk.jobs.setState(id, 'UploadComplete');
}

function abort({ org: { bulk } }: DataCall, job: BulkJob): BulkJob {
  if (job.state === 'JobComplete' || job.state === 'Failed' || job.state === 'Aborted') {
    throw wrongState('Aborting', job);
  }
  bulk.drop(job.id);
  bulk.jobs.moveBatches(job.id, ['Uploaded', 'Queued', 'InProgress'], 'NotProcessed');
  return bulk.jobs.setState(job.id, 'Aborted');
}

function describe(call: DataCall): Answer {
  const job = requireJob(call, 'V2Ingest');
  return { status: 200, body: ingestJobDetails(job, call.org.bulk.jobs.progress(job.id)) };
}

function list(call: DataCall): Answer {
  return listJobs(call, 'ingest', ['V2Ingest', 'Classic']);
}

function remove(call: DataCall): Answer {
  return deleteJob(call, 'V2Ingest');
}
