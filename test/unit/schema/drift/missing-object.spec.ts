import { describe, expect, it } from '@jest/globals';
import { type HiddenSchema, NOTHING_HIDDEN } from '../../../../lib/schema/drift/hidden-schema.interface.js';
import type { SObjectDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { boat, told } from '../../../fixtures/checked-boats.js';

describe('missingObject', () => {
  it.each<[string, SObjectDefinition[], string, string, string]>([
    [
      'is missing',
      [],
      'object-missing',
      'Boat (Boat__c) is not in the org, or the connected user may not see it: everything that names it is refused.',
      'Create Boat__c in the org, give the user access to it, or remove the entity.',
    ],
    [
      'is missing, with one of a like name',
      [{ ...boat, name: 'Boats__c', label: 'Fleet' }],
      'object-missing',
      'Boat (Boat__c) is not in the org, or the connected user may not see it: everything that names it is refused. Similar: Boats__c.',
      "Say @SObject({ apiName: 'Boats__c' }) if that is meant, or give the user access to Boat__c.",
    ],
    [
      'has another name',
      [{ ...boat, name: 'Vessel__c' }],
      'object-renamed',
      'Boat (Boat__c) is not in the org, or the connected user may not see it; it seems to be called Vessel__c now.',
      "Say @SObject({ apiName: 'Vessel__c' }).",
    ],
  ])('tells that an object %s', async (_, objects, code, message, fix) => {
    expect(await told(objects)).toEqual([['error', code, message, fix]]);
  });

  it('tells an object that the user may not see', async () => {
    const hidden: HiddenSchema = { ...NOTHING_HIDDEN, objects: async () => ['Boat__c'] };
    expect(await told([], { hidden })).toEqual([
      [
        'error',
        'object-hidden',
        'Boat (Boat__c) is in the org, but the connected user may not see it: everything that names it is refused.',
        'Give the user read access to the object.',
      ],
    ]);
  });
});
