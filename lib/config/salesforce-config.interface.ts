import type { SalesforceConnectionOptions } from '../connection/connection-options.interface.js';
import type { InspectOptions } from '../codegen/inspect-options.interface.js';

/**
 * What `nestjs-salesforce.config.ts` says to the commands.
 *
 * @publicApi
 */
export interface SalesforceConfig {
  /**
   * The orgs by name: connection options as applications have them, or what stands behind `--org`, such as `sf:staging`. The
   * one called `default` is taken where no other is named.
   */
  readonly orgs?: Readonly<Record<string, SalesforceConnectionOptions | string>>;
  /** Patterns of the files that hold the entities, from the folder of the config file: `src/**\/*.entity.ts`. */
  readonly entities?: readonly string[];
  /** What `inspect` does where the command line says nothing else. */
  readonly inspect?: InspectOptions;
  /** Folder of the describe cache, from the folder of the config file. @default 'node_modules/.cache/nestjs-salesforce' */
  readonly cache?: string;
}
