import { describe, expect, it } from '@jest/globals';
import { camelCase, kebabCase, pascalCase, splitByCase } from '../../../../lib/codegen/naming/word-case.js';

describe('word case', () => {
  it.each([
    ['AnnualRevenue', 'annualRevenue', 'AnnualRevenue', 'annual-revenue'],
    ['Annual_Budget', 'annualBudget', 'AnnualBudget', 'annual_budget'],
    ['SLA', 'sla', 'SLA', 'sla'],
    ['URLName', 'urlName', 'URLName', 'url-name'],
    ['BillingURL', 'billingURL', 'BillingURL', 'billing-url'],
    ['Push_Server_URL', 'pushServerUrl', 'PushServerUrl', 'push_server_url'],
    ['TOTAL_AMOUNT', 'totalAmount', 'TotalAmount', 'total_amount'],
    ['SLA_Status', 'slaStatus', 'SlaStatus', 'sla_status'],
    ['X401k', 'x401k', 'X401k', 'x401k'],
    ['401k', '_401k', '_401k', '401k'],
    ['Product2', 'product2', 'Product2', 'product2'],
    ['iPhone', 'iPhone', 'IPhone', 'i-phone'],
    ['a', 'a', 'A', 'a'],
    ['___', '', '', '___'],
  ])('%s becomes %s, %s and %s', (text, camel, pascal, kebab) => {
    expect([camelCase(text), pascalCase(text), kebabCase(text)]).toEqual([camel, pascal, kebab]);
  });

  it('splits a text into its words', () => {
    expect(splitByCase('Billing Zip/Postal Code')).toEqual(['Billing', 'Zip', 'Postal', 'Code']);
    expect(splitByCase('isDunsNumber2')).toEqual(['is', 'Duns', 'Number2']);
    expect(splitByCase('Straße')).toEqual(['Straße']);
  });
});
