export { defineConfig } from './define-config.js';
export type { SalesforceConfig } from './salesforce-config.interface.js';
export type { InspectOptions } from '../codegen/inspect-options.interface.js';
