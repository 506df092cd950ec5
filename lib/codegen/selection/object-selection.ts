import { didYouMean } from '../../common/did-you-mean.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import { isPattern, matchesPattern } from './name-pattern.js';

/**
 * Which of an org's objects become entities, in the org's order.
 *
 * @param names all there are
 * @throws SalesforceConfigurationException for a name that no object has, with the nearest ones, and for a pattern that
 * matches none
 */
export function selectObjects(
  names: readonly string[],
  { include = ['*'], exclude = [] }: Pick<InspectOptions, 'include' | 'exclude'>,
): readonly string[] {
  for (const wanted of [...include, ...exclude]) {
    if (!names.some((name) => matchesPattern(name, wanted))) throw unknownObject(wanted, names);
  }
  const selected = names.filter((name) => isMeant(name, include) && !isMeant(name, exclude));
  if (selected.length > 0) return selected;
  throw new SalesforceConfigurationException('No object is left: all that are included are excluded too.');
}

function isMeant(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(name, pattern));
}

function unknownObject(wanted: string, names: readonly string[]): SalesforceConfigurationException {
  if (isPattern(wanted)) return new SalesforceConfigurationException(`No object matches '${wanted}'.`);
  return new SalesforceConfigurationException(`There is no object '${wanted}'.${didYouMean(wanted, names)}`);
}
