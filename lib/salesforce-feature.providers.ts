import 'reflect-metadata';
import type { FactoryProvider, InjectionToken, Provider, Type } from '@nestjs/common';
import type { SalesforceConnection } from './connection/salesforce-connection.js';
import { DEFAULT_CONNECTION_NAME } from './connection/salesforce-connections.js';
import { SalesforceConfigurationException } from './exceptions/salesforce-configuration.exception.js';
import type { EntityClass } from './metadata/entity-metadata.interface.js';
import type { RepositoryContext } from './repository/repository-context.js';
import { createRepository, createRepositoryContext } from './repository/repository.factory.js';
import type { SalesforceRepository } from './repository/salesforce-repository.js';
import { SalesforceConnectionNames } from './salesforce-connection-names.js';
import { CUSTOM_REPOSITORY_METADATA } from './salesforce.constants.js';
import type { CustomRepositoryMetadata } from './salesforce.decorators.js';
import {
  assertClass,
  getConnectionToken,
  getRepositoryContextToken,
  getRepositoryToken,
  isRepositoryClass,
} from './salesforce.tokens.js';

/** What one `forFeature` provides and exports. */
interface Feature {
  readonly providers: Provider[];
  readonly exports: InjectionToken[];
}

/**
 * Repositories of entities, and custom repositories with the contexts they ask for. Contexts are exported too, for custom
 * repositories that a module lists among its own providers.
 *
 * @param connection the name given to `forFeature`, if any
 */
export function featureProviders(targets: readonly EntityClass[], connection: string | undefined): Feature {
  assertTargets(targets);
  const parts = targets.map((target) =>
    isRepositoryClass(target)
      ? customRepositoryProviders(target, connection)
      : entityProviders(target, connection ?? DEFAULT_CONNECTION_NAME),
  );
  return {
    providers: parts.flatMap(({ providers }) => providers),
    exports: [...new Set(parts.flatMap(({ exports }) => exports))],
  };
}

function entityProviders(entity: EntityClass, connection: string): Feature {
  const context = getRepositoryContextToken(entity, connection);
  const repository = getRepositoryToken(entity, connection);
  return {
    providers: [
      contextProvider(entity, connection),
      { provide: repository, useFactory: createRepository, inject: [context] },
    ],
    exports: [context, repository],
  };
}

function customRepositoryProviders(
  repository: Type<SalesforceRepository<object>>,
  connection: string | undefined,
): Feature {
  const { entity, connection: bound } = customRepositoryMetadata(repository);
  const name = bound ?? connection ?? DEFAULT_CONNECTION_NAME;
  if (connection !== undefined && connection !== name) {
    throw new SalesforceConfigurationException(
      `@CustomRepository() binds ${repository.name} to the connection '${bound}', but forFeature() lists it for '${connection}'. ` +
        'Leave the name out in one of the two places.',
    );
  }
  const context = getRepositoryContextToken(entity, name);
  const asked = getRepositoryContextToken(entity, bound ?? DEFAULT_CONNECTION_NAME);
  return {
    providers: [
      contextProvider(entity, name),
      // A class bound to no connection asks for the default one; here, and only here, that is the feature's.
      ...(asked === context ? [] : [{ provide: asked, useExisting: context }]),
      repository,
    ],
    exports: [context, repository],
  };
}

function customRepositoryMetadata(repository: Type): CustomRepositoryMetadata {
  const metadata: unknown = Reflect.getMetadata(CUSTOM_REPOSITORY_METADATA, repository);
  if (metadata) return metadata as CustomRepositoryMetadata;
  throw new SalesforceConfigurationException(
    `${repository.name} extends SalesforceRepository, but nothing says which entity it serves: decorate it with @CustomRepository(Entity).`,
  );
}

function contextProvider(entity: EntityClass, name: string): FactoryProvider<RepositoryContext> {
  return {
    provide: getRepositoryContextToken(entity, name),
    useFactory: (
      names: SalesforceConnectionNames | undefined,
      connection: SalesforceConnection | undefined,
    ) => {
      const feature = `SalesforceModule.forFeature([${entity.name}])`;
      if (!names) {
        throw new SalesforceConfigurationException(
          `${feature} stands without connections: import SalesforceModule.forRoot() or forRootAsync() in the root module.`,
        );
      }
      names.assertDeclared(name, feature);
      if (connection) return createRepositoryContext(connection, entity);
      throw new SalesforceConfigurationException(`The connection '${name}' of ${feature} was not created.`);
    },
    // Optional so that what is missing is refused here, naming the fix, and not by Nest, naming a token.
    inject: [
      { token: SalesforceConnectionNames, optional: true },
      { token: getConnectionToken(name), optional: true },
    ],
  };
}

function assertTargets(targets: readonly unknown[]): asserts targets is readonly EntityClass[] {
  if (!Array.isArray(targets)) {
    throw new SalesforceConfigurationException(
      'SalesforceModule.forFeature() takes an array of entity classes and custom repositories. ' +
        'Is it imported from a file that imports this one in a circle?',
    );
  }
  targets.forEach((target, index) => {
    assertClass(target, `SalesforceModule.forFeature() was called, at position ${index},`);
    if (targets.indexOf(target) === index) return;
    throw new SalesforceConfigurationException(
      `SalesforceModule.forFeature() lists ${target.name} twice: list it once. Two modules may each list it.`,
    );
  });
}
