import { nearestNames } from '../../common/nearest-names.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/**
 * The objects of those names, in any case.
 *
 * @param where what the objects are of, for the message
 * @throws SalesforceConfigurationException naming all that are not there, with the names that may have been meant
 */
export function findObjects<T extends { readonly name: string }>(
  names: readonly string[],
  objects: readonly T[],
  where: string,
): readonly T[] {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const missing = names.filter((name) => !byName.has(name.toLowerCase()));
  if (missing.length > 0) throw new SalesforceConfigurationException(complaint(missing, objects, where));
  return names.map((name) => byName.get(name.toLowerCase())!);
}

function complaint(
  missing: readonly string[],
  objects: readonly { readonly name: string }[],
  where: string,
): string {
  const known = objects.map(({ name }) => name);
  const each = missing.map((name) => {
    const nearest = nearestNames(name, known);
    return nearest.length === 0 ? `'${name}'` : `'${name}' (did you mean ${nearest.join(' or ')}?)`;
  });
  return `There is no object ${each.join(', ')} in ${where}, or the user may not see it.`;
}
