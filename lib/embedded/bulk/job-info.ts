import { toWireInstant } from '../engine/wire-value.js';
import { decimalValue } from '../rest/format/decimal-number.js';
import type { BatchProgress, BulkJob } from './bulk-job.interface.js';

type Info = Readonly<Record<string, unknown>>;

/** A job as changing its state answers it. */
export function jobInfo(job: BulkJob): Info {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: toWireInstant(job.createdDate),
    systemModstamp: toWireInstant(job.systemModstamp),
    state: job.state,
    ...(job.externalIdFieldName !== undefined && { externalIdFieldName: job.externalIdFieldName }),
    ...(job.assignmentRuleId !== undefined && { assignmentRuleId: job.assignmentRuleId }),
    concurrencyMode: job.concurrencyMode,
    contentType: job.contentType,
    apiVersion: decimalValue(Number(job.apiVersion)),
  };
}

/** As creating it answers it. */
export function newJobInfo(job: BulkJob): Info {
  return { ...jobInfo(job), ...uploadInfo(job), ...formatInfo(job) };
}

/** As a list of jobs has it. */
export function listedJobInfo(job: BulkJob): Info {
  return { ...jobInfo(job), jobType: job.type, ...uploadInfo(job), ...formatInfo(job) };
}

/** As asking for it answers it. */
export function ingestJobDetails(job: BulkJob, { processed, failed, time }: BatchProgress): Info {
  return {
    ...listedJobInfo(job),
    numberRecordsProcessed: processed,
    numberRecordsFailed: failed,
    retries: 0,
    totalProcessingTime: time,
    apiActiveProcessingTime: time,
    apexProcessingTime: 0,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
  };
}

export function queryJobDetails(job: BulkJob, { processed, time }: BatchProgress): Info {
  return {
    ...listedJobInfo(job),
    numberRecordsProcessed: processed,
    retries: 0,
    totalProcessingTime: time,
    isPkChunkingSupported: true,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
  };
}

/** Where the data of an open job goes. */
function uploadInfo({ type, state, apiVersion, id }: BulkJob): Info {
  if (type !== 'V2Ingest' || state !== 'Open') return {};
  return { contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches` };
}

function formatInfo({ lineEnding = 'LF', columnDelimiter }: BulkJob): Info {
  return { lineEnding, columnDelimiter };
}
