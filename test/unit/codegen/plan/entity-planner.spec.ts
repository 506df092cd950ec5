import { describe, expect, it } from '@jest/globals';
import { planEntities } from '../../../../lib/codegen/plan/entity-planner.js';
import { customField, customObject } from '../../../support/record-engine.js';

const definitions = [
  customObject('Invoice__c', [
    customField('Id', 'id'),
    customField('Client__c', 'reference', {
      referenceTo: ['Account'],
      relationshipName: 'Client__r',
      childRelationshipName: 'Invoices__r',
    }),
    customField('State__c', 'picklist', { picklistValues: [{ value: 'Open', label: 'Open' }] }),
  ]),
  customObject('Account', [customField('Id', 'id'), customField('Secret__c', 'string')]),
];

describe('planEntities', () => {
  it('puts names, relations and constants together', () => {
    const [invoice, account] = planEntities(definitions, { fields: { Account: { exclude: ['Secret*'] } } });
    expect(invoice).toMatchObject({
      className: 'Invoice',
      fields: [
        { key: 'field Client__c', property: 'clientId', relation: 'lookup' },
        { key: 'field State__c', property: 'state', constant: 'InvoiceState' },
      ],
      parents: [
        {
          key: 'parent Client__c',
          property: 'client',
          targets: [{ object: 'Account', className: 'Account' }],
        },
      ],
      children: [],
    });
    expect(account).toMatchObject({
      fields: [],
      children: [
        {
          key: 'children Invoice__c.Client__c',
          property: 'invoices',
          target: { className: 'Invoice' },
          inverse: 'client',
        },
      ],
    });
  });

  it('keeps what people called things, wherever it occurs', () => {
    const known = {
      className: (object: string) => (object === 'Invoice__c' ? 'Bill' : undefined),
      propertyName: (_: string, key: string) => (key === 'parent Client__c' ? 'payer' : undefined),
      constantName: (key: string) => (key === 'picklist Invoice__c.State__c' ? 'Account' : undefined),
    };
    const [invoice, account] = planEntities(definitions, {}, known);
    expect(invoice).toMatchObject({
      className: 'Bill',
      parents: [{ property: 'payer' }],
      fields: [{}, { constant: 'Account' }],
    });
    expect(account).toMatchObject({
      className: 'AccountEntity',
      children: [{ target: { className: 'Bill' }, inverse: 'payer' }],
    });
  });
});
