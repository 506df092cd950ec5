import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';

/** What a query is built for. */
export interface QueryContext {
  readonly connection: SalesforceConnection;
  readonly metadata: EntityMetadata;
}
