import 'reflect-metadata';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { DEFAULT_CONNECTION_NAME } from './connection/salesforce-connections.js';
import type { EntityClass } from './metadata/entity-metadata.interface.js';
import { REPOSITORY_CONTEXT } from './repository/repository-context.js';
import type { SalesforceRepository } from './repository/salesforce-repository.js';
import { CUSTOM_REPOSITORY_METADATA } from './salesforce.constants.js';
import {
  assertClass,
  getConnectionToken,
  getRepositoryContextToken,
  getRepositoryToken,
} from './salesforce.tokens.js';

/** What `@CustomRepository` says of a class. */
export interface CustomRepositoryMetadata {
  readonly entity: EntityClass;
  readonly connection?: string;
}

/**
 * Injects the repository of an entity that a module lists in `forFeature`.
 *
 * @example
 * ```ts
 * constructor(@InjectRepository(Account) private readonly accounts: SalesforceRepository<Account>) {}
 * ```
 * @param connection @default 'default'
 * @throws SalesforceConfigurationException when the entity is undefined, as circular imports make it.
 * @publicApi
 */
export function InjectRepository<E extends object>(
  entity: EntityClass<E>,
  connection?: string,
): PropertyDecorator & ParameterDecorator {
  return Inject(getRepositoryToken(entity, connection));
}

/**
 * Injects a connection, for what repositories do not do: raw SOQL, describe, limits, any REST resource, jsforce.
 *
 * @example
 * ```ts
 * constructor(@InjectConnection('emea') private readonly salesforce: SalesforceConnection) {}
 * ```
 * @param name @default 'default'
 * @publicApi
 */
export function InjectConnection(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getConnectionToken(name));
}

/**
 * Declares a repository with methods of its own. The class is injectable, has the constructor it likes, and is injected by
 * itself. List it in `forFeature`; or list its entity there and the class among the providers of your own module.
 *
 * @example
 * ```ts
 * @CustomRepository(Account)
 * export class AccountRepository extends SalesforceRepository<Account> {
 *   constructor(private readonly clock: Clock) {
 *     super();
 *   }
 *
 *   createdToday() {
 *     return this.find({ where: { createdDate: { gte: this.clock.startOfDay() } } });
 *   }
 * }
 * ```
 * @param connection the connection it belongs to. @default the one of `forFeature`
 * @throws SalesforceConfigurationException when the entity is undefined, as circular imports make it.
 * @publicApi
 */
export function CustomRepository<E extends object>(
  entity: EntityClass<E>,
  connection?: string,
): <R extends Type<SalesforceRepository<E>>>(target: R) => void {
  return (target) => {
    assertClass(entity, `@CustomRepository() of ${target.name} was called`);
    const metadata: CustomRepositoryMetadata = { entity, connection };
    Reflect.defineMetadata(CUSTOM_REPOSITORY_METADATA, metadata, target);
    Injectable()(target);
    const context = getRepositoryContextToken(entity, connection ?? DEFAULT_CONNECTION_NAME);
    Inject(context)(target.prototype as object, REPOSITORY_CONTEXT);
  };
}
