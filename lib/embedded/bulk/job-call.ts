import { resourceNotFound } from '../rest/error-answer.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { DataCall } from '../rest/resource.interface.js';
import { toId18 } from '../../protocol/salesforce-id.js';
import { listedJobInfo } from './job-info.js';
import type { BulkJob, JobType } from './bulk-job.interface.js';
import { invalidProperty, notDeletable } from './bulk-refusals.js';

const PAGE_SIZE = 1000;
const JOB_TYPES: readonly JobType[] = ['V2Ingest', 'V2Query', 'Classic'];
const UNFINISHED: ReadonlySet<BulkJob['state']> = new Set(['Open', 'InProgress']);

/** The job that a call is about. @throws OrgError when there is none of the type */
export function requireJob({ org, parameters }: DataCall, type: JobType): BulkJob {
  const job = org.bulk.jobs.find(toId18(parameters['job'] ?? '') ?? '');
  if (job?.type !== type) throw resourceNotFound();
  return job;
}

/** The state that a client asks for. */
export function requestedState({ body }: DataCall): string {
  const { state } = body.object();
  if (typeof state !== 'string') throw invalidProperty('state', state);
  return state;
}

export function deleteJob(call: DataCall, type: JobType): Answer {
  const job = requireJob(call, type);
  if (UNFINISHED.has(job.state)) throw notDeletable(job);
  call.org.bulk.drop(job.id);
  call.org.bulk.jobs.delete(job.id);
  return { status: 204 };
}

/** A page of jobs, the oldest first. @param types those of the resource, unless the call asks for others */
export function listJobs(call: DataCall, resource: string, types: readonly JobType[]): Answer {
  const { query, org, root } = call;
  const wanted = query.get('jobType');
  if (wanted !== null && !JOB_TYPES.some((type) => type === wanted)) throw invalidProperty('jobType', wanted);
  const serial = query.get('concurrencyMode')?.toLowerCase() === 'serial';
  const chunked = query.get('isPkChunkingEnabled')?.toLowerCase();
  const asked = wanted === null ? types : [wanted as JobType];
  const found = org.bulk.jobs.list(asked, query.get('queryLocator') ?? '', PAGE_SIZE + 1);
  const page = found.slice(0, PAGE_SIZE);
  const done = found.length <= PAGE_SIZE;
  const records = page
    .filter(
      ({ concurrencyMode }) =>
        query.get('concurrencyMode') === null || (concurrencyMode === 'Serial') === serial,
    )
    .filter(({ chunkSize }) => chunked === undefined || (chunkSize !== undefined) === (chunked === 'true'))
    .map(listedJobInfo);
  const nextRecordsUrl = done ? null : `${root}/jobs/${resource}?${nextPage(query, page.at(-1)!.id)}`;
  return { status: 200, body: { done, records, nextRecordsUrl } };
}

function nextPage(query: URLSearchParams, last: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set('queryLocator', last);
  return parameters.toString();
}
