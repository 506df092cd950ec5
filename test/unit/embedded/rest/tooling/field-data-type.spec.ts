import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { fieldDataType } from '../../../../../lib/embedded/rest/tooling/field-data-type.js';

describe('fieldDataType', () => {
  const catalog = Catalog.standard();

  it.each([
    ['Account', 'Id', 'Lookup()'],
    ['Account', 'OwnerId', 'Lookup(User)'],
    ['Account', 'Name', 'Text(255)'],
    ['Account', 'Description', 'Long Text Area(32000)'],
    ['Account', 'BillingStreet', 'Text Area(255)'],
    ['Account', 'BillingAddress', 'Address'],
    ['Account', 'Website', 'URL(255)'],
    ['Account', 'AnnualRevenue', 'Currency(18, 0)'],
    ['Account', 'NumberOfEmployees', 'Number(8, 0)'],
    ['Account', 'Industry', 'Picklist'],
    ['Account', 'IsDeleted', 'Checkbox'],
    ['Account', 'CreatedDate', 'Date/Time'],
    ['Contact', 'Name', 'Name'],
    ['Contact', 'Birthdate', 'Date'],
    ['Opportunity', 'Probability', 'Percent(3, 0)'],
    ['Case', 'CaseNumber', 'Auto Number'],
  ])('calls %s.%s %s', (object, field, type) => {
    const schema = catalog.get(object)!;
    expect(fieldDataType(schema, schema.field(field)!)).toBe(type);
  });
});
