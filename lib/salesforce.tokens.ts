import { randomUUID } from 'node:crypto';
import type { InjectionToken, Type } from '@nestjs/common';
import { SalesforceConnection } from './connection/salesforce-connection.js';
import { DEFAULT_CONNECTION_NAME } from './connection/salesforce-connections.js';
import { SalesforceConfigurationException } from './exceptions/salesforce-configuration.exception.js';
import type { EntityClass } from './metadata/entity-metadata.interface.js';
import { SalesforceRepository } from './repository/salesforce-repository.js';

/** The tokens of one entity class. They go with the class: nothing outlives it. */
interface EntityTokens {
  /**
   * Tells classes of one name apart in the tokens' descriptions, since Nest can be told to identify modules by a text that
   * holds no more of a token than that.
   */
  readonly id: string;
  readonly byDescription: Map<string, symbol>;
}

const TOKENS = new WeakMap<EntityClass, EntityTokens>();

/**
 * The token a connection is injected by: the class `SalesforceConnection` itself for the default one.
 *
 * @example
 * ```ts
 * const emea = app.get<SalesforceConnection>(getConnectionToken('emea'));
 * ```
 * @param name @default 'default'
 * @publicApi
 */
export function getConnectionToken(
  name: string = DEFAULT_CONNECTION_NAME,
): InjectionToken<SalesforceConnection> {
  return name === DEFAULT_CONNECTION_NAME ? SalesforceConnection : `SalesforceConnection:${name}`;
}

/**
 * The token a repository is injected by; tests override the provider of that token. It belongs to the class and not to its
 * name, so that two entities of one name do not meet. A custom repository is its own token.
 *
 * @example
 * ```ts
 * const module = await Test.createTestingModule({ imports: [AppModule] })
 *   .overrideProvider(getRepositoryToken(Account))
 *   .useValue(fakeAccounts)
 *   .compile();
 * ```
 * @param target an entity class or a custom repository
 * @param connection @default 'default'
 * @throws SalesforceConfigurationException when the target is undefined, as circular imports make it.
 * @publicApi
 */
export function getRepositoryToken<E extends object>(
  target: EntityClass<E>,
  connection: string = DEFAULT_CONNECTION_NAME,
): InjectionToken {
  assertClass(target, 'A repository was asked for');
  return isRepositoryClass(target) ? target : tokenOf('SalesforceRepository', target, connection);
}

/** The token of what the repositories of an entity stand on. */
export function getRepositoryContextToken(entity: EntityClass, connection: string): InjectionToken {
  return tokenOf('RepositoryContext', entity, connection);
}

export function isRepositoryClass(target: EntityClass): target is Type<SalesforceRepository<object>> {
  return target.prototype instanceof SalesforceRepository;
}

/** @throws SalesforceConfigurationException when the target is no class; `what` begins the message. */
export function assertClass(target: unknown, what: string): asserts target is EntityClass {
  if (typeof target === 'function') return;
  throw new SalesforceConfigurationException(
    target === undefined || target === null
      ? `${what} with ${target} for an entity. Files that import each other in a circle see each other's classes too late: ` +
          'break the circle, by importing the entity from its own file and not from an index.'
      : `${what} with something that is no class: give an entity class or a custom repository.`,
  );
}

function tokenOf(kind: string, entity: EntityClass, connection: string): symbol {
  let tokens = TOKENS.get(entity);
  if (!tokens) {
    tokens = { id: randomUUID().slice(0, 8), byDescription: new Map() };
    TOKENS.set(entity, tokens);
  }
  const description = `${kind}<${entity.name}> of '${connection}' #${tokens.id}`;
  let token = tokens.byDescription.get(description);
  if (!token) {
    token = Symbol(description);
    tokens.byDescription.set(description, token);
  }
  return token;
}
