import { EntityMetadataStorage } from '../../metadata/entity-metadata.storage.js';
import type { DescribeSource } from '../../schema/describe-source.interface.js';
import { sobjectFromEntity } from '../../schema/sobject-from-entity.js';
import { DefinitionSource } from '../../schema/source/definition-source.js';
import type { CommandContext } from '../command-context.interface.js';
import { chosenEntities } from '../entities/chosen-entities.js';
import { openTarget } from '../target/open-target.js';
import { shownSchema } from '../target/shown-schema.js';
import type { ErdCommandOptions } from './erd-command-options.interface.js';

/** Where the objects of a diagram come from. */
export interface DiagramSource {
  readonly schema: DescribeSource;
  close(): Promise<void>;
}

/**
 * Opens the files of entities where the command line says so, and an org otherwise.
 *
 * @param objects names and patterns that the objects are asked for by
 */
export async function openDiagramSource(
  objects: readonly string[],
  options: ErdCommandOptions,
  context: CommandContext,
): Promise<DiagramSource> {
  if (options.entities !== undefined) return entitySource(options, context);
  const target = await openTarget(options.org, options, context);
  return { schema: shownSchema(target, context, objects), close: () => target.close() };
}

async function entitySource(
  { entities: patterns, config, namespace }: ErdCommandOptions,
  context: CommandContext,
): Promise<DiagramSource> {
  const entities = await chosenEntities(
    { entities: patterns === true ? undefined : patterns, config },
    context,
  );
  const storage = new EntityMetadataStorage(namespace);
  const definitions = entities.map((entity) => sobjectFromEntity(storage.get(entity)));
  return { schema: new DefinitionSource(definitions, 'the entities'), close: async () => undefined };
}
