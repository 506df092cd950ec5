import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import type { EntityMetadata } from '../metadata/entity-metadata.interface.js';

/** Key of the property through which a repository is told whose records it serves, and from which org. */
export const REPOSITORY_CONTEXT = Symbol('nestjs-salesforce.repository-context');

/**
 * What a repository stands on. It comes through a property and not through the constructor, so that the constructor of a
 * custom repository is its own.
 */
export interface RepositoryContext {
  readonly connection: SalesforceConnection;
  readonly metadata: EntityMetadata;
}
