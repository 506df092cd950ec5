import { namespaceOf } from '../../metadata/naming-strategy.js';

/** How what is missing comes into the org: what is of a package comes with the package. */
export function creation(apiName: string, what: string): string {
  const namespace = namespaceOf(apiName);
  return namespace === undefined
    ? `Create ${what} in the org`
    : `Install the package of the namespace ${namespace} in the org, or create ${what}`;
}
