import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import type { KnownNames } from '../known-names.interface.js';
import { rankOf, splitApiName } from './api-name.js';
import { assertGiven, chosenName } from './chosen-name.js';
import { assignNames, type NameWish } from './name-assignment.js';
import { isClassName } from './reserved-names.js';
import { kebabCase, pascalCase } from './word-case.js';

/** What the base class of entities is called, behind the prefix of the options. */
export const BASE_NAME = 'Audited';

/**
 * The class of every object, by API name: the object's name without namespace and suffix. Where that is taken, the namespace
 * comes in front, else the API name stays as it is; what a file needs itself, such as `Date`, gets `Entity` behind it.
 *
 * @param isTaken Names that something else in the folder has.
 * @throws SalesforceConfigurationException for a name of the options that no class can have
 */
export function classNames(
  definitions: readonly SObjectDefinition[],
  options: InspectOptions,
  known: KnownNames,
  isTaken: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const { classPrefix = '' } = options;
  const chosen = new Map<string, string>();
  const wishes = definitions.map(({ name }): NameWish => {
    const inCode = known.className(name);
    if (inCode !== undefined) return { key: name, rank: -1, candidates: [inCode] };
    const byOption = chosenName(options, name, isClassName);
    if (byOption === undefined) {
      return { key: name, rank: rankOf(splitApiName(name)), candidates: candidates(name, classPrefix) };
    }
    chosen.set(name, byOption);
    return { key: name, rank: -1, candidates: [byOption] };
  });
  const base = kebabCase(`${classPrefix}${BASE_NAME}`);
  const names = assignNames(wishes, {
    isFree: (name) => isClassName(name) && kebabCase(name) !== base && !isTaken(name),
    fold: kebabCase,
  });
  for (const [name, className] of chosen) assertGiven(name, className, names.get(name));
  return names;
}

function candidates(apiName: string, prefix: string): readonly string[] {
  const { namespace, stem } = splitApiName(apiName);
  const name = pascalCase(stem);
  return [name, ...(namespace === '' ? [] : [pascalCase(namespace) + name]), apiName, `${name}Entity`].map(
    (candidate) => prefix + candidate,
  );
}
