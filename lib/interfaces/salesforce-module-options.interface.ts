import type { SalesforceConnectionOptions } from '../connection/connection-options.interface.js';

/**
 * One org of an application: how it is reached and under which name it is injected.
 *
 * @publicApi
 */
export type SalesforceModuleOptions = SalesforceConnectionOptions & {
  /** @default 'default' */
  readonly name?: string;
};
