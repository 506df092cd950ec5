import { describe, expect, it } from '@jest/globals';
import type { DescribeSObjectResult } from '../../../lib/protocol/describe.interface.js';
import { sobjectFromDescribe } from '../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../fixtures/described-object.js';

const boat = sobjectFromDescribe(describedBoat());
const field = (name: string) => boat.fields.find((candidate) => candidate.name === name);

describe('sobjectFromDescribe', () => {
  it('takes the name for the label where a describe that was written by hand has none', () => {
    const bare = { name: 'Boat__c', fields: [{ name: 'Rig__c', type: 'string' }] };
    expect(sobjectFromDescribe(bare as unknown as DescribeSObjectResult)).toMatchObject({
      label: 'Boat__c',
      labelPlural: 'Boat__c',
      custom: false,
      fields: [{ name: 'Rig__c', label: 'Rig__c', type: 'string' }],
    });
  });

  it('says of the object what its describe says', () => {
    const { fields, ...object } = boat;
    expect(fields.map(({ name }) => name)).toEqual([
      'Id',
      'Name',
      'RecordTypeId',
      'Tonnage__c',
      'Length__c',
      'Afloat__c',
      'Secret__c',
      'Rig__c',
      'Sail__c',
      'Twin__c',
      'Owner__c',
      'Place__c',
      'Code__c',
    ]);
    expect(object).toEqual({
      name: 'Boat__c',
      label: 'Boat',
      labelPlural: 'Boats',
      keyPrefix: 'a0B',
      custom: true,
      createable: true,
      updateable: true,
      deletable: true,
      queryable: true,
      traits: [
        'feedEnabled',
        'layoutable',
        'mruEnabled',
        'replicateable',
        'retrieveable',
        'searchable',
        'triggerable',
        'undeletable',
      ],
      recordTypes: [
        {
          developerName: 'Racer',
          name: 'Racing Boat',
          recordTypeId: '012000000000001AAA',
          available: false,
          isDefault: true,
        },
        { developerName: 'Master', name: 'Master', recordTypeId: '012000000000000AAA', master: true },
      ],
      childRelationships: [
        { childSObject: 'Berth__c', field: 'Boat__c', relationshipName: 'Berths__r', cascadeDelete: true },
        {
          childSObject: 'Boat__ChangeEvent',
          field: 'Twin__c',
          relationshipName: null,
          junctionIdListNames: ['BoatIds'],
          junctionReferenceTo: ['Boat__c'],
        },
      ],
      supportedScopes: [{ label: 'All boats', name: 'everything' }],
      urls: {
        describe: '/sobjects/Boat__c/describe',
        uiNewRecord: '/a0B/e',
        sobject: '/sobjects/Boat__c',
      },
      searchLayoutable: false,
      others: {
        actionOverrides: [
          {
            formFactor: 'LARGE',
            isAvailableInTouch: false,
            name: 'View',
            pageId: '0M0000000000001AAA',
            url: null,
          },
        ],
        implementsInterfaces: 'common__Vessel',
        sobjectDescribeOption: 'FULL',
      },
    });
  });

  it('leaves out of a field what is false, empty, or follows from the rest', () => {
    expect(field('Length__c')).toEqual({
      name: 'Length__c',
      label: 'Label',
      type: 'int',
      digits: 8,
      custom: true,
      createable: true,
      updateable: true,
      nillable: true,
      filterable: true,
      sortable: true,
      groupable: true,
      aggregatable: true,
      defaultValueFormula: '12',
      defaultedOnCreate: true,
      inlineHelpText: 'Over all',
    });
  });

  it.each([
    ['Tonnage__c', { calculatedFormula: 'Length__c * 2', permissionable: true }],
    ['Afloat__c', { defaultValue: true }],
    ['Owner__c', { relationshipOrder: 0, cascadeDelete: true, writeRequiresMasterRead: true }],
    ['Code__c', { soapType: 'xsd:token', others: { dataTranslationEnabled: true } }],
    [
      'Rig__c',
      {
        picklistValues: [
          { value: 'Sloop', label: 'Sloop', isDefault: true },
          { value: 'Cat', label: null, active: false },
        ],
      },
    ],
    ['Sail__c', { picklistValues: [{ value: 'Jib', label: 'Jib', validFor: 'gAAA' }] }],
  ])('keeps what %s has of its own', (name, facts) => {
    expect(field(name)).toMatchObject(facts);
  });
});
