import type { SalesforceConfig } from './salesforce-config.interface.js';

/**
 * What a config file exports, typed; it gives back what it is given.
 *
 * ```ts
 * const config = defineConfig({
 *   orgs: { default: 'sf:development', tests: 'test/acme.snapshot.gz' },
 *   entities: ['src/entities/*.entity.ts'],
 * });
 * ```
 * @publicApi
 */
export function defineConfig(config: SalesforceConfig): SalesforceConfig {
  return config;
}
