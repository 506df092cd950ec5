import { relative, resolve } from 'node:path';
import type { FieldSelection, InspectOptions } from '../../codegen/inspect-options.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { presentMembers } from '../../schema/present-members.js';
import type { LoadedConfig } from '../target/config-file.js';
import type { InspectCommandOptions } from './inspect-command-options.interface.js';

const DEFAULT_FOLDER = 'src/salesforce';
const EXTENSIONS = { js: '.js', ts: '.ts', none: '' } as const;

/** What the command line and the config file say together. */
export interface InspectSettings {
  readonly options: InspectOptions;
  /** The folder to write to, in full. */
  readonly folder: string;
  /** As people call it. */
  readonly folderName: string;
}

/**
 * Flags before the config file. Paths of the file start from its folder, those of flags from the current one.
 *
 * @throws SalesforceConfigurationException for a pattern of fields that names no object
 */
export function inspectSettings(
  objects: readonly string[],
  flags: InspectCommandOptions,
  { config, folder }: LoadedConfig,
  cwd: string,
): InspectSettings {
  const { out: configOut, ...configured } = config.inspect ?? {};
  const path =
    flags.out === undefined && configOut !== undefined
      ? resolve(folder, configOut)
      : resolve(cwd, flags.out ?? DEFAULT_FOLDER);
  const options = { ...configured, ...statedByFlags(objects, flags, configured) };
  return { options, folder: path, folderName: relative(cwd, path) || '.' };
}

function statedByFlags(
  objects: readonly string[],
  flags: InspectCommandOptions,
  configured: InspectOptions,
): InspectOptions {
  const { exclude, classPrefix, validators, swagger, layout, header, namespace, decoratorMetadata } = flags;
  const fields = fieldSelections(flags);
  return presentMembers<InspectOptions>({
    include: objects.length > 0 ? objects : undefined,
    exclude,
    classPrefix,
    validators,
    swagger,
    layout,
    header,
    namespace,
    decoratorMetadata,
    importExtension: flags.importExtension && EXTENSIONS[flags.importExtension],
    names: flags.name && { ...configured.names, ...flags.name },
    fields: fields && { ...configured.fields, ...fields },
  });
}

function fieldSelections({
  includeFields = [],
  excludeFields = [],
}: InspectCommandOptions): Readonly<Record<string, FieldSelection>> | undefined {
  const selections: Record<string, { include?: string[]; exclude?: string[] }> = {};
  const add = (pattern: string, list: 'include' | 'exclude'): void => {
    const [, object, field] = /^([^.]+)\.([^.]+)$/.exec(pattern) ?? [];
    if (object === undefined || field === undefined) {
      throw new SalesforceConfigurationException(
        `'${pattern}' names no field of an object: write one as Account.Name, or '*.Name' for all objects.`,
      );
    }
    ((selections[object] ??= {})[list] ??= []).push(field);
  };
  for (const pattern of includeFields) add(pattern, 'include');
  for (const pattern of excludeFields) add(pattern, 'exclude');
  return Object.keys(selections).length > 0 ? selections : undefined;
}
