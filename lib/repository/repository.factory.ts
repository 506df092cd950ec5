import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import type { EntityClass } from '../metadata/entity-metadata.interface.js';
import { REPOSITORY_CONTEXT, type RepositoryContext } from './repository-context.js';
import { SalesforceRepository } from './salesforce-repository.js';

/**
 * The context of the repositories of an entity in an org.
 *
 * @throws InvalidEntityException when the entity, or one its relations lead to, is declared in a way that cannot work.
 */
export function createRepositoryContext(
  connection: SalesforceConnection,
  entity: EntityClass,
): RepositoryContext {
  return { connection, metadata: connection.entities.register(entity) };
}

export function createRepository<E extends object>(context: RepositoryContext): SalesforceRepository<E> {
  const repository = new SalesforceRepository<E>();
  repository[REPOSITORY_CONTEXT] = context;
  return repository;
}

/**
 * The repository of an entity in an org, for code that Nest does not inject into: scripts, and connections that were added
 * at run time.
 *
 * @example
 * ```ts
 * const accounts = getRepository(connections.get(tenant.id), Account);
 * const known = await accounts.exists({ where: { name: 'Acme' } });
 * ```
 * @throws InvalidEntityException when the entity, or one its relations lead to, is declared in a way that cannot work.
 * @publicApi
 */
export function getRepository<E extends object>(
  connection: SalesforceConnection,
  entity: EntityClass<E>,
): SalesforceRepository<E> {
  return createRepository(createRepositoryContext(connection, entity));
}
