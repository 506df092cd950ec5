import type { FactoryProvider, InjectionToken, ModuleMetadata, Provider, Type } from '@nestjs/common';
import type { SalesforceModuleOptions } from './salesforce-module-options.interface.js';
import type { SalesforceOptionsFactory } from './salesforce-options-factory.interface.js';

type OneOrMany = SalesforceModuleOptions | readonly SalesforceModuleOptions[];

/**
 * Connections whose options are known when the application boots: from a configuration service, a vault. Exactly one of
 * `useFactory`, `useClass` and `useExisting` says where they come from.
 *
 * @publicApi
 */
export interface SalesforceModuleAsyncOptions extends Pick<ModuleMetadata, 'imports'> {
  /**
   * The name or names of the connections. They stand here, outside the factory, since what is injected is settled before any
   * factory runs.
   *
   * @default 'default'
   */
  readonly name?: string | readonly string[];
  /** Makes the options; an array of named ones where several names are declared. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the parameters are what `inject` names, of any type
  readonly useFactory?: (...dependencies: any[]) => OneOrMany | Promise<OneOrMany>;
  /** What `useFactory` is given. */
  readonly inject?: FactoryProvider['inject'];
  /** A factory class, instantiated by the module. */
  readonly useClass?: Type<SalesforceOptionsFactory>;
  /** A factory that one of `imports` or a global module provides. */
  readonly useExisting?: InjectionToken<SalesforceOptionsFactory>;
  /** Providers the factory needs and no module exports. */
  readonly extraProviders?: Provider[];
}
