import type { InspectOptions } from '../../codegen/inspect-options.interface.js';
import type { TargetOptions } from '../target/target.interface.js';

/** What stands behind `--import-extension`. */
type ExtensionName = 'js' | 'ts' | 'none';

export interface InspectCommandOptions
  extends
    TargetOptions,
    Pick<
      InspectOptions,
      | 'out'
      | 'exclude'
      | 'classPrefix'
      | 'validators'
      | 'swagger'
      | 'layout'
      | 'header'
      | 'namespace'
      | 'decoratorMetadata'
    > {
  readonly includeFields?: readonly string[];
  readonly excludeFields?: readonly string[];
  readonly name?: Readonly<Record<string, string>>;
  readonly importExtension?: ExtensionName;
  readonly update: boolean;
  readonly check: boolean;
  readonly adopt: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}
