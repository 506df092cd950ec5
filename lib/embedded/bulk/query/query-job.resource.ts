import type { Answer } from '../../rest/org-exchange.interface.js';
import type { DataCall, DataResource } from '../../rest/resource.interface.js';
import type { BulkJob } from '../bulk-job.interface.js';
import { entityNotSupported, invalidProperty, wrongState } from '../bulk-refusals.js';
import { dialectOf } from '../csv-dialect-of.js';
import { deleteJob, listJobs, requestedState, requireJob } from '../job-call.js';
import { readQueryDefinition } from '../job-definition.js';
import { jobInfo, newJobInfo, queryJobDetails } from '../job-info.js';
import { readBulkQuery } from './bulk-query-support.js';
import { openResult } from './open-result.js';
import { queryResultResources } from './query-results.resource.js';

const SINCE = 47;

/** Query jobs of Bulk API 2.0, which start as they are made. */
export const queryJobResources: readonly DataResource[] = [
  { path: '/jobs/query', since: SINCE, formats: 'json', methods: { GET: list, POST: create } },
  {
    path: '/jobs/query/:job',
    since: SINCE,
    formats: 'json',
    methods: { GET: describe, PATCH: change, DELETE: remove },
  },
  ...queryResultResources,
];

function create({ org, user, apiVersion, body }: DataCall): Answer {
  const definition = readQueryDefinition(body.object(), apiVersion);
  const { sobject } = readBulkQuery(definition.query, 'Bulk V2 Query').from;
  const object = org.catalog.get(sobject);
  if (object && !object.definition.queryable) throw entityNotSupported(object.name);
  // What a query job refuses, it refuses when it is made.
  openResult(org, definition.query, { ...definition, createdById: user.id }, dialectOf(definition));
  const { jobs } = org.bulk;
  const job = jobs.create({ ...definition, object: object?.name ?? sobject }, user.id, 'UploadComplete');
  jobs.addBatch(job.id, '', 'Queued');
  org.usage.count('DailyBulkV2QueryJobs');
  org.bulk.wake();
  return { status: 200, body: newJobInfo(job) };
}

function change(call: DataCall): Answer {
  const job = requireJob(call, 'V2Query');
  const state = requestedState(call);
  if (state !== 'Aborted') throw invalidProperty('state', state);
  return { status: 200, body: jobInfo(abort(call, job)) };
}

function abort({ org: { bulk } }: DataCall, job: BulkJob): BulkJob {
  if (job.state !== 'UploadComplete' && job.state !== 'InProgress') throw wrongState('Aborting', job);
  bulk.drop(job.id);
  bulk.jobs.moveBatches(job.id, ['Queued', 'InProgress'], 'NotProcessed');
  return bulk.jobs.setState(job.id, 'Aborted');
}

function describe(call: DataCall): Answer {
  const job = requireJob(call, 'V2Query');
  return { status: 200, body: queryJobDetails(job, call.org.bulk.jobs.progress(job.id)) };
}

function list(call: DataCall): Answer {
  return listJobs(call, 'query', ['V2Query']);
}

function remove(call: DataCall): Answer {
  return deleteJob(call, 'V2Query');
}
