import type { SalesforceModuleOptions } from './salesforce-module-options.interface.js';

/**
 * A provider that makes the options of connections: what `useClass` and `useExisting` of `forRootAsync` name.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class SalesforceConfig implements SalesforceOptionsFactory {
 *   constructor(private readonly config: ConfigService) {}
 *
 *   createSalesforceOptions(): SalesforceModuleOptions {
 *     return { auth: { flow: 'jwt', ...this.config.getOrThrow('salesforce') } };
 *   }
 * }
 * ```
 * @publicApi
 */
export interface SalesforceOptionsFactory {
  /** Called once for each name that `forRootAsync` declares. */
  createSalesforceOptions(name: string): SalesforceModuleOptions | Promise<SalesforceModuleOptions>;
}
