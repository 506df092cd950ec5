import { OrgError } from '../org-error.js';
import type { BulkJob } from './bulk-job.interface.js';

// What the Bulk API 2.0 says when it refuses a call, in the platform's words.

export function invalidJob(reason: string): OrgError {
  return new OrgError('INVALIDJOB', `InvalidJob : ${reason}`);
}

export function invalidProperty(name: string, value: unknown): OrgError {
  const text = value === undefined || value === null ? '' : String(value);
  return new OrgError('API_ERROR', `Invalid value: '${text}' supplied for property: '${name}'`);
}

export function hardDeleteNotEnabled(): OrgError {
  return new OrgError(
    'FEATURENOTENABLED',
    'FeatureNotEnabled : hardDelete operation requires special user profile permission, please contact your system administrator',
  );
}

export function entityNotSupported(name: string): OrgError {
  return new OrgError('INVALIDENTITY', `Entity '${name}' is not supported by the Bulk API.`);
}

/** How refusals call the state of a job. */
const STATE_NAMES: Readonly<Record<BulkJob['state'], string>> = {
  Open: 'Open',
  UploadComplete: 'Closed',
  InProgress: 'Closed',
  JobComplete: 'Completed',
  Failed: 'Failed',
  Aborted: 'Aborted',
  Closed: 'Closed',
};

/** @param change such as `Aborting` */
export function wrongState(change: string, { state }: Pick<BulkJob, 'state'>): OrgError {
  return new OrgError('INVALIDJOBSTATE', `${change} already ${STATE_NAMES[state]} Job not allowed`);
}

export function notDeletable({ state }: Pick<BulkJob, 'state'>): OrgError {
  return new OrgError(
    'INVALIDJOBSTATE',
    `Job is in state ${state}; it must be in UploadComplete, JobComplete, Aborted or Failed to be deleted`,
  );
}

export function resultsNotReady({ state }: Pick<BulkJob, 'state'>): OrgError {
  return new OrgError('INVALIDJOBSTATE', `Results are not available while the job is in state ${state}`);
}

/** A job takes its data in one piece. */
export function secondUpload(jobId: string): OrgError {
  return new OrgError(
    'BULK_API_ERROR',
    `Found multiple contents for job: <${jobId.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job ` +
      "then create a new Job and make sure you only do 'PUT' once on a given Job.",
  );
}

/** Results are read with the version that the job was created with. */
export function otherVersion(apiVersion: string): OrgError {
  return new OrgError(
    'API_ERROR',
    `The job was created with API version ${apiVersion}; use it for the results too`,
    {
      status: 409,
    },
  );
}
