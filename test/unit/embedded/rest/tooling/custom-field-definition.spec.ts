import { describe, expect, it } from '@jest/globals';
import { customFieldDefinition } from '../../../../../lib/embedded/rest/tooling/custom-field-definition.js';

describe('customFieldDefinition', () => {
  it.each([
    ['Checkbox', { defaultValue: 'true' }, { type: 'boolean', defaultValue: true, nillable: false }],
    ['Number', { precision: 10, scale: 3 }, { type: 'double', precision: 10, scale: 3, nillable: true }],
    ['LongTextArea', { length: 32000 }, { type: 'textarea', length: 32000 }],
    ['TextArea', {}, { type: 'textarea', length: 255 }],
    ['Html', { length: 5000 }, { type: 'textarea', htmlFormatted: true, extraTypeInfo: 'richtextarea' }],
    ['Text', { length: 20, unique: true, required: true }, { type: 'string', unique: true, nillable: false }],
    ['AutoNumber', {}, { type: 'string', autoNumber: true, createable: false, updateable: false }],
    [
      'Lookup',
      { referenceTo: 'Account', relationshipName: 'Things' },
      {
        type: 'reference',
        referenceTo: ['Account'],
        relationshipName: 'A__r',
        childRelationshipName: 'Things__r',
      },
    ],
    [
      'MasterDetail',
      { referenceTo: 'Account' },
      { type: 'reference', cascadeDelete: true, relationshipOrder: 0 },
    ],
    [
      'Picklist',
      {
        valueSet: {
          restricted: true,
          valueSetDefinition: {
            value: [
              { fullName: 'A', label: 'Letter A', default: true },
              { fullName: 'B', isActive: false },
            ],
          },
        },
      },
      {
        type: 'picklist',
        restrictedPicklist: true,
        picklistValues: [
          { value: 'A', label: 'Letter A', isDefault: true },
          { value: 'B', label: 'B', active: false },
        ],
      },
    ],
  ])('reads %s %j', (type, metadata, expected) => {
    expect(customFieldDefinition('A__c', { label: 'A', type, ...metadata })).toMatchObject({
      name: 'A__c',
      label: 'A',
      custom: true,
      ...expected,
    });
  });

  it('refuses a lookup to nothing', () => {
    expect(() => customFieldDefinition('A__c', { type: 'Lookup' })).toThrow(
      expect.objectContaining({ message: 'Required fields are missing: [referenceTo]' }),
    );
  });
});
