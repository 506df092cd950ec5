import type { InspectOptions } from '../../codegen/inspect-options.interface.js';
import { presentMembers } from '../../schema/present-members.js';

/** What the command line adds to a selection. */
export interface AddedSelection {
  readonly objects: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * The options of an update: those the folder was generated with, but for what the config file and the flags say. Objects that
 * are named come to the selection, so that none of those that were generated goes for want of being named.
 *
 * @param former What the manifest says.
 * @param configured What the config file says.
 * @param stated What config file and flags say together.
 */
export function updateOptions(
  former: InspectOptions,
  configured: InspectOptions,
  stated: InspectOptions,
  { objects, exclude }: AddedSelection,
): InspectOptions {
  const base = { ...former, ...configured };
  const named = new Set(objects);
  const stillExcluded = base.exclude?.filter((pattern) => !named.has(pattern));
  return presentMembers<InspectOptions>({
    ...base,
    ...stated,
    include: base.include && union(base.include, objects),
    exclude: exclude ? union(stillExcluded ?? [], exclude) : stillExcluded,
    names: (stated.names ?? base.names) && { ...base.names, ...stated.names },
    fields: (stated.fields ?? base.fields) && { ...base.fields, ...stated.fields },
  });
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
