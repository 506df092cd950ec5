import type { FieldDefinition, SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';
import { customField, customObject } from '../record-engine.js';

const system = (
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({ name, label: name, type, defaultedOnCreate: true, ...more });

export const AUDIT_FIELDS: readonly FieldDefinition[] = [
  system('Id', 'id'),
  system('IsDeleted', 'boolean'),
  system('CreatedDate', 'datetime'),
  system('SystemModstamp', 'datetime'),
];

export const ACCOUNT_FIELDS: readonly FieldDefinition[] = [
  customField('Name', 'string', { custom: false, length: 255, nillable: false, nameField: true }),
  customField('Rating', 'picklist', {
    custom: false,
    picklistValues: [
      { value: 'Hot', label: 'Hot' },
      { value: 'Cold', label: 'Cold' },
    ],
    restrictedPicklist: true,
  }),
  customField('Tier__c', 'string', { length: 255 }),
];

export const INVOICE_FIELDS: readonly FieldDefinition[] = [
  customField('Account__c', 'reference', {
    referenceTo: ['Account'],
    relationshipName: 'Account__r',
    childRelationshipName: 'Invoices__r',
  }),
  customField('Total__c', 'currency', { precision: 18, scale: 2 }),
];

/** An account and its invoices, as an org describes them. */
export function invoiceObjects(
  account: readonly FieldDefinition[] = ACCOUNT_FIELDS,
  invoice: readonly FieldDefinition[] = INVOICE_FIELDS,
): SObjectDefinition[] {
  return [
    { ...customObject('Account', [...AUDIT_FIELDS, ...account]), custom: false },
    customObject('Invoice__c', [...AUDIT_FIELDS, ...invoice]),
  ];
}
