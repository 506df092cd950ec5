import type { TargetOptions } from '../../target/target.interface.js';
import type { BulkUse } from '../export/record-rows.js';

export interface ImportCommandOptions extends TargetOptions {
  readonly objects: readonly string[];
  readonly exclude: readonly string[];
  readonly upsert: readonly string[];
  readonly bulk: BulkUse;
  readonly dryRun: boolean;
  readonly state?: string;
  readonly fresh: boolean;
  readonly resend: boolean;
  readonly json: boolean;
}
