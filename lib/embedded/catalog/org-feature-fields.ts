import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { currenciesOf, currencyObjects, withCurrency } from './multi-currency.js';
import type { OrgFeatures } from './org-features.interface.js';
import { withPersonAccounts } from './person-accounts.js';

/** The objects that the features of an org bring. */
export function featureObjects({ multiCurrency = false }: OrgFeatures): readonly SObjectDefinition[] {
  return multiCurrency === false ? [] : currencyObjects();
}

/** An object with the fields that the features of its org bring. */
export function withFeatures(
  definition: SObjectDefinition,
  { personAccounts = false, multiCurrency = false }: OrgFeatures,
): SObjectDefinition {
  const personal = personAccounts ? withPersonAccounts(definition) : definition;
  return multiCurrency === false ? personal : withCurrency(personal, currenciesOf(multiCurrency));
}
