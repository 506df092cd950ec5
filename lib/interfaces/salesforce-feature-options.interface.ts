import type { ModuleMetadata } from '@nestjs/common';

/**
 * Where the repositories of a feature belong and what they need.
 *
 * @publicApi
 */
export interface SalesforceFeatureOptions extends Pick<ModuleMetadata, 'imports'> {
  /** @default 'default' */
  readonly connection?: string;
}
