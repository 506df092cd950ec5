import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { InspectOptions } from '../inspect-options.interface.js';

/**
 * The name that the options give something, whatever the case they spell its API name in.
 *
 * @throws SalesforceConfigurationException when nothing can have that name
 */
export function chosenName(
  { names = {} }: Pick<InspectOptions, 'names'>,
  apiName: string,
  isName: (name: string) => boolean,
): string | undefined {
  const wanted = apiName.toLowerCase();
  const [, chosen] = Object.entries(names).find(([name]) => name.toLowerCase() === wanted) ?? [];
  if (chosen === undefined || isName(chosen)) return chosen;
  throw refused(apiName, chosen);
}

/** @throws SalesforceConfigurationException when something else has the name that the options give */
export function assertGiven(apiName: string, chosen: string, given: string | undefined): void {
  if (given !== chosen) throw refused(apiName, chosen);
}

function refused(apiName: string, chosen: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `${apiName} cannot be called '${chosen}': that is no name, or one that is taken. Correct the option names.`,
  );
}
