import { type DynamicModule, Module } from '@nestjs/common';
import type { SalesforceFeatureOptions } from './interfaces/salesforce-feature-options.interface.js';
import type { SalesforceModuleAsyncOptions } from './interfaces/salesforce-module-async-options.interface.js';
import type { SalesforceModuleOptions } from './interfaces/salesforce-module-options.interface.js';
import type { EntityClass } from './metadata/entity-metadata.interface.js';
import { SalesforceCoreModule } from './salesforce-core.module.js';
import { featureProviders } from './salesforce-feature.providers.js';
import { asyncRoot, type Root, syncRoot } from './salesforce-options.providers.js';
import { connectionProviders, connectionTokens } from './salesforce.providers.js';

/**
 * Salesforce orgs for an application: `forRoot` or `forRootAsync` once in the root module, `forFeature` wherever repositories
 * are injected.
 *
 * @publicApi
 */
@Module({})
export class SalesforceModule {
  /**
   * Declares one connection, or several named ones. With an empty array there are none to begin with, and
   * `SalesforceConnections.add` adds them while the application runs.
   *
   * @example
   * ```ts
   * SalesforceModule.forRoot({ auth: { flow: 'jwt', clientId, username, privateKey } });
   * SalesforceModule.forRoot([{ name: 'emea', auth: emea }, { name: 'apac', auth: apac }]);
   * SalesforceModule.forRoot({ embedded: { database: ':memory:' } });
   * ```
   * @throws SalesforceConfigurationException for options that cannot work; while booting for a name used twice.
   */
  static forRoot(options: SalesforceModuleOptions | readonly SalesforceModuleOptions[]): DynamicModule {
    return rootModule(syncRoot(options));
  }

  /**
   * Declares connections whose options are made while the application boots.
   *
   * @example
   * ```ts
   * SalesforceModule.forRootAsync({
   *   imports: [ConfigModule],
   *   inject: [ConfigService],
   *   useFactory: (config: ConfigService) => ({ auth: config.getOrThrow('salesforce') }),
   * });
   * ```
   * @throws SalesforceConfigurationException for options that cannot work; while booting for a name used twice, and for
   * options that do not fit the declared names.
   */
  static forRootAsync(options: SalesforceModuleAsyncOptions): DynamicModule {
    return rootModule(asyncRoot(options));
  }

  /**
   * Provides the repositories of entities, and custom repositories, to the module that imports it.
   *
   * @example
   * ```ts
   * SalesforceModule.forFeature([Account, Contact, AccountRepository]);
   * SalesforceModule.forFeature([Account], 'emea');
   * SalesforceModule.forFeature([AccountRepository], { connection: 'emea', imports: [ClockModule] });
   * ```
   * @param options name of the connection, or that and the modules that custom repositories need. @default 'default'
   * @throws SalesforceConfigurationException for an entry that is undefined, given twice or no fit; while booting for a
   * connection that is not declared, and `InvalidEntityException` for a class that is declared wrongly.
   */
  static forFeature(
    targets: readonly EntityClass[],
    options: string | SalesforceFeatureOptions = {},
  ): DynamicModule {
    return featureModule(targets, typeof options === 'string' ? { connection: options } : options);
  }
}

function featureModule(
  targets: readonly EntityClass[],
  { connection, imports }: SalesforceFeatureOptions,
): DynamicModule {
  return { module: SalesforceModule, imports, ...featureProviders(targets, connection) };
}

function rootModule({ names, imports = [], providers }: Root): DynamicModule {
  return {
    module: SalesforceModule,
    global: true,
    imports: [SalesforceCoreModule, ...imports],
    providers: [...providers, ...connectionProviders(names)],
    exports: connectionTokens(names),
  };
}
