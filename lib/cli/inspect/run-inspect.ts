import { join } from 'node:path';
import { generate } from '../../codegen/entity-generator.js';
import type { InspectOptions } from '../../codegen/inspect-options.interface.js';
import { mappingWarnings } from '../../codegen/plan/mapping-warnings.js';
import { optionWarnings } from '../../codegen/plan/option-warnings.js';
import { selectObjects } from '../../codegen/selection/object-selection.js';
import { updateFolder } from '../../codegen/update/folder-update.js';
import { MANIFEST_FILE, parseManifest } from '../../codegen/update/manifest/manifest-format.js';
import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { CommandContext } from '../command-context.interface.js';
import { ExitCode } from '../output/exit-code.js';
import { loadConfig } from '../target/config-file.js';
import { openTarget } from '../target/open-target.js';
import { withProgress } from '../target/with-progress.js';
import type { InspectCommandOptions } from './inspect-command-options.interface.js';
import { reportInspection } from './inspect-report.js';
import { inspectSettings } from './inspect-settings.js';
import { readTargetFolder, type TargetFolder, type TargetFolderUse } from './target-folder.js';
import { updateOptions } from './update-options.js';
import { writeFolder } from './write-folder.js';

/** What an org told of the objects that were asked for. */
interface Described {
  readonly definitions: readonly SObjectDefinition[];
  readonly calls: number;
}

/**
 * Writes the entities of an org, or brings those of a folder up to date.
 *
 * @throws SalesforceConfigurationException when the folder is none to write to, or no object is meant; nothing is written then
 */
export async function runInspect(
  objects: readonly string[],
  flags: InspectCommandOptions,
  context: CommandContext,
): Promise<void> {
  const config = await loadConfig(flags.config, context);
  const settings = inspectSettings(objects, flags, config, context.cwd);
  const folder = await readTargetFolder(settings.folderName, settings.folder, useOf(flags));
  const former = formerOptions(folder);
  const added = { objects, exclude: flags.exclude };
  const options = former
    ? updateOptions(former, config.config.inspect ?? {}, settings.options, added)
    : settings.options;
  const { definitions, calls } = await describe(options, flags, context);
  const { texts, report } = updateFolder({
    ...folder,
    options,
    generate: (names) => generate(definitions, options, names),
  });
  const dryRun = flags.dryRun || flags.check;
  if (!dryRun && texts.size > 0) await writeFolder(folder.path, texts);
  if (flags.check && report.entries.length > 0) context.exitWith(ExitCode.Differences);
  const isUpdate = useOf(flags) !== 'generate';
  const inspection = {
    folder: folder.name,
    objects: definitions.map(({ name }) => name),
    files: [...texts.keys()].filter((path) => path !== MANIFEST_FILE).sort(),
    ...(isUpdate && { changes: report.entries }),
    dryRun,
    calls,
    warnings: [...optionWarnings(definitions, options), ...mappingWarnings(definitions)],
  };
  reportInspection(inspection, isUpdate ? report : undefined, flags.json, context);
}

function useOf({ adopt, update, check }: InspectCommandOptions): TargetFolderUse {
  if (adopt) return 'adopt';
  return update || check ? 'update' : 'generate';
}

/** What an update goes by where neither the command line nor the config file says anything else. */
function formerOptions({ name, manifest }: TargetFolder): InspectOptions | undefined {
  return manifest === undefined ? undefined : parseManifest(manifest, join(name, MANIFEST_FILE)).options;
}

async function describe(
  options: InspectOptions,
  flags: InspectCommandOptions,
  context: CommandContext,
): Promise<Described> {
  const target = await openTarget(flags.org, flags, context);
  try {
    const names = (await target.schema.list()).map(({ name }) => name);
    const selected = selectObjects(names, options);
    const definitions: SObjectDefinition[] = [];
    // An entity that was written once is not to be taken for lost because the org refuses its object today.
    const named = useOf(flags) === 'generate' ? (options.include ?? []) : selected;
    for await (const definition of withProgress(target.schema, selected, target, context, named)) {
      definitions.push(definition);
    }
    return { definitions, calls: target.schema.calls };
  } finally {
    await target.close();
  }
}
