import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { EntityClass } from '../../metadata/entity-metadata.interface.js';
import type { CommandContext } from '../command-context.interface.js';
import { loadConfig } from '../target/config-file.js';
import { loadEntities } from './load-entities.js';

/** What a command line says of entities. */
export interface EntityOptions {
  /** Patterns of the files that hold them. */
  readonly entities?: readonly string[];
  /** Path of the config file. */
  readonly config?: string;
}

/**
 * The entities of the files that the command line names, or else the config file.
 *
 * @throws SalesforceConfigurationException when neither names any, or they cannot be loaded
 */
export async function chosenEntities(
  { entities, config: named }: EntityOptions,
  context: CommandContext,
): Promise<readonly EntityClass[]> {
  if (entities) return loadEntities(entities, context.cwd);
  const { config, folder } = await loadConfig(named, context);
  if (config.entities && config.entities.length > 0) return loadEntities(config.entities, folder);
  throw new SalesforceConfigurationException(
    "No entities are named. Say where they are by --entities 'src/**/*.entity.ts', or by entities in the config file.",
  );
}
