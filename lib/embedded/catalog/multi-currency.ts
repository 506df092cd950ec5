import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { readCatalogObject } from './catalog-file.js';
import { defaultQueryFlags } from './field-defaults.js';
import { withFields } from './with-fields.js';

/** The currency that amounts are in where an org names none. */
const DEFAULT_CURRENCY = 'USD';

const CURRENCY_OBJECTS = [
  { name: 'CurrencyType', label: 'Currency Type', labelPlural: 'Currency Types', keyPrefix: '01L' },
  {
    name: 'DatedConversionRate',
    label: 'Dated Conversion Rate',
    labelPlural: 'Dated Conversion Rates',
    keyPrefix: '04w',
  },
];

/** The currencies of an org with several, the corporate one first. */
export function currenciesOf(option: true | readonly string[]): readonly string[] {
  return option === true || option.length === 0 ? [DEFAULT_CURRENCY] : option;
}

/** The objects that an org has only with several currencies. */
export function currencyObjects(): readonly SObjectDefinition[] {
  return CURRENCY_OBJECTS.map((summary) =>
    readCatalogObject({
      ...summary,
      custom: false,
      createable: true,
      updateable: true,
      deletable: false,
      queryable: true,
      traits: ['replicateable', 'retrieveable'],
    }),
  );
}

/** The definition with the currency that each record's amounts are in, where records are ones of business. */
export function withCurrency(
  definition: SObjectDefinition,
  currencies: readonly string[],
): SObjectDefinition {
  if (!hasCurrency(definition)) return definition;
  const field = currencyField(definition, currencies);
  if (definition.name === 'User') {
    const own = { ...field, name: 'DefaultCurrencyIsoCode', label: 'Default Currency ISO Code' };
    return withFields(definition, [own, field], { before: 'CreatedDate' });
  }
  const nameField = definition.fields.find((candidate) => candidate.nameField);
  if (definition.custom && nameField) return withFields(definition, [field], { after: nameField.name });
  const owned = definition.fields.some(({ name }) => name === 'OwnerId');
  return withFields(definition, [field], { before: owned ? 'OwnerId' : 'CreatedDate' });
}

/** Records that users work with, which go to the recycle bin when they are deleted; and the users themselves. */
function hasCurrency({ name, custom, createable, traits = [], fields }: SObjectDefinition): boolean {
  if (name === 'User') return true;
  const amounts = fields.some(({ type }) => type === 'currency');
  const records = traits.includes('layoutable') && traits.includes('undeletable');
  return createable && (custom || amounts || records);
}

function currencyField({ custom, label }: SObjectDefinition, currencies: readonly string[]): FieldDefinition {
  const [corporate] = currencies;
  return {
    name: 'CurrencyIsoCode',
    label: custom ? 'Currency ISO Code' : `${label} Currency`,
    type: 'picklist',
    length: 3,
    createable: true,
    updateable: true,
    nillable: true,
    defaultedOnCreate: true,
    restrictedPicklist: true,
    ...defaultQueryFlags({ type: 'picklist' }),
    ...(corporate === undefined ? {} : { defaultValue: corporate }),
    picklistValues: currencies.map((value) => ({ value, label: value })),
  };
}
