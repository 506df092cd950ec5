import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { boat, owner, told, without } from '../../../fixtures/checked-boats.js';

describe('checkParent', () => {
  it.each<[string, Partial<FieldDefinition>, string, string, string]>([
    [
      'is no reference',
      { type: 'string', referenceTo: [] },
      'reference',
      'Boat.owner follows Owner__c, which is no reference in the org but of the type string.',
      'Drop the relation and keep the field, or make the field a lookup in the org.',
    ],
    [
      'leads elsewhere',
      { referenceTo: ['User'] },
      'reference',
      'Boat.owner leads to Sailor__c here and to User in the org.',
      'Change the target of the relation to an entity of an object it leads to.',
    ],
    [
      'has another name',
      { relationshipName: 'Skipper__r' },
      'relationship',
      'Boat.owner is read as Owner__r and called Skipper__r in the org.',
      "Say relationshipName: 'Skipper__r'.",
    ],
    [
      'has no name',
      { relationshipName: undefined },
      'relationship',
      'Boat.owner is read as Owner__r, but queries of the org cannot follow Owner__c.',
      'Drop the relation and keep the field.',
    ],
  ])('takes a relation that %s for an error', async (_, more, code, message, fix) => {
    const found = await told([without(boat, 'Owner__c', { ...owner, ...more })]);
    expect(found.filter(([severity]) => severity === 'error')).toEqual([['error', code, message, fix]]);
  });

  it('remarks what else it can lead to', async () => {
    expect(
      await told([without(boat, 'Owner__c', { ...owner, referenceTo: ['Group', 'Sailor__c'] })]),
    ).toEqual([
      [
        'info',
        'reference',
        'Boat.owner leads to Sailor__c alone here and also to Group in the org.',
        'Make the relation polymorphic if parents of the other objects matter.',
      ],
    ]);
  });
});

describe('checkChildren', () => {
  it('takes child records under another name for an error', async () => {
    const childRelationships = [
      { childSObject: 'Berth__c', field: 'Boat__c', relationshipName: 'Places__r' },
    ];
    expect(await told([{ ...boat, childRelationships }])).toEqual([
      [
        'error',
        'children',
        'Boat.berths is read as Berths__r and called Places__r in the org.',
        "Say relationshipName: 'Places__r'.",
      ],
    ]);
  });

  it('takes child records that nobody can see, or name, for an error', async () => {
    expect((await told([{ ...boat, childRelationships: [] }]))[0]?.[2]).toBe(
      'Boat.berths reads Berths__r, but the org has no records of Berth__c at Boat__c by Boat__c that the connected user sees.',
    );
    const childRelationships = [{ childSObject: 'Berth__c', field: 'Boat__c', relationshipName: null }];
    expect((await told([{ ...boat, childRelationships }]))[0]?.[2]).toBe(
      'Boat.berths reads Berths__r, but the org has no records of Berth__c at Boat__c by Boat__c that queries can name.',
    );
  });

  it('says nothing where a catalog lists no children', async () => {
    const { childRelationships: _, ...silent } = boat;
    expect(await told([silent])).toEqual([]);
  });
});
