import type { BulkBatch, BulkJob } from '../bulk-job.interface.js';
import { toWireInstant } from '../../engine/wire-value.js';
import { decimalValue } from '../../rest/format/decimal-number.js';
import type { ClassicFormat } from './classic-answer.js';

type Properties = Readonly<Record<string, unknown>>;

/** A job in the order that XML has it. */
export function classicJobInfo(
  job: BulkJob,
  batches: readonly BulkBatch[],
  format: ClassicFormat,
): Properties {
  const inState = (state: BulkBatch['state']): number =>
    batches.filter((batch) => batch.state === state).length;
  const sum = (key: 'processed' | 'failed' | 'time'): number =>
    batches.reduce((total, batch) => total + batch[key], 0);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: instant(job.createdDate, format),
    systemModstamp: instant(job.systemModstamp, format),
    state: job.state,
    externalIdFieldName: job.externalIdFieldName,
    concurrencyMode: job.concurrencyMode,
    contentType: job.contentType,
    numberBatchesQueued: inState('Queued'),
    numberBatchesInProgress: inState('InProgress'),
    numberBatchesCompleted: inState('Completed'),
    numberBatchesFailed: inState('Failed'),
    numberBatchesTotal: batches.length,
    numberRecordsProcessed: sum('processed'),
    numberRetries: 0,
    apiVersion: format === 'json' ? decimalValue(Number(job.apiVersion)) : job.apiVersion,
    assignmentRuleId: job.assignmentRuleId,
    numberRecordsFailed: sum('failed'),
    totalProcessingTime: sum('time'),
    apiActiveProcessingTime: sum('time'),
    apexProcessingTime: 0,
  };
}

export function classicBatchInfo(batch: BulkBatch, format: ClassicFormat): Properties {
  return {
    id: batch.id,
    jobId: batch.jobId,
    state: batch.state,
    stateMessage: batch.stateMessage,
    createdDate: instant(batch.createdDate, format),
    systemModstamp: instant(batch.systemModstamp, format),
    numberRecordsProcessed: batch.processed,
    numberRecordsFailed: batch.failed,
    totalProcessingTime: batch.time,
    apiActiveProcessingTime: batch.time,
    apexProcessingTime: 0,
  };
}

/** The formats write instants differently. */
function instant(date: Date, format: ClassicFormat): string {
  return format === 'json' ? toWireInstant(date) : date.toISOString();
}
