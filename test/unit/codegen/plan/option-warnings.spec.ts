import { describe, expect, it } from '@jest/globals';
import { optionWarnings } from '../../../../lib/codegen/plan/option-warnings.js';
import type { SObjectDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

const ACCOUNT = {
  name: 'Account',
  fields: [
    { name: 'Name', label: 'Name', type: 'string' },
    { name: 'OwnerId', label: 'Owner', type: 'reference', relationshipName: 'Owner' },
  ],
  childRelationships: [{ childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' }],
} as unknown as SObjectDefinition;

describe('optionWarnings', () => {
  it('tells names that nothing of an object has', () => {
    const names = { account: 'Customer', 'account.name': 'title', 'Account.Owner': 'keeper' };
    expect(optionWarnings([ACCOUNT], { names: { ...names, 'Account.Contacts': 'people' } })).toEqual([]);
    expect(optionWarnings([ACCOUNT], { names: { ...names, 'Account.Nmae': 'title' } })).toEqual([
      'Account.Nmae, which is given a name, is no field and no relationship.',
    ]);
  });

  it('tells fields to take or to leave out that are none', () => {
    const fields = { Account: { include: ['Name', 'Stie'], exclude: ['ownerid', 'Fxa'] } };
    expect(optionWarnings([ACCOUNT], { fields })).toEqual([
      'Account.Stie, which is selected or left out, is no field.',
      'Account.Fxa, which is selected or left out, is no field.',
    ]);
  });

  it('lets patterns match nothing, and says nothing of objects that are not selected', () => {
    const fields = {
      Account: { exclude: ['*__pc'] },
      'A*': { include: ['Stie'] },
      Case: { include: ['Stie'] },
    };
    expect(optionWarnings([ACCOUNT], { fields, names: { 'Case.Stie': 'site' } })).toEqual([]);
  });
});
