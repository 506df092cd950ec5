// The org, and what it takes and gives.
export { EmbeddedOrg } from './embedded-org.js';
export type {
  EmbeddedAppOptions,
  EmbeddedOrgOptions,
  EmbeddedOrgServer,
  EmbeddedUserOptions,
  ListenOptions,
} from './embedded-org-options.interface.js';

// Seeds, in the Salesforce CLI's data tree format.
export type { SeedData, SeedRecord } from '../connection/connection-options.interface.js';
