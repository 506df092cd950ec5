/** What a job of the Bulk API 2.0 is doing. `JobComplete` does not say that its rows were accepted. */
type BulkJobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** What the org tells of a job of the Bulk API 2.0. */
export interface BulkJobInfo {
  readonly id: string;
  readonly operation: string;
  readonly object: string;
  readonly state: BulkJobState;
  /** Those that were refused are counted too. */
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
  /** Why the job failed. */
  readonly errorMessage?: string;
}
