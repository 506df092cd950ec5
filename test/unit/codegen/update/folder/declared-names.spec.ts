import { describe, expect, it } from '@jest/globals';
import {
  childrenRelationOf,
  fieldName,
  namingStrategyOf,
  objectName,
  parentOf,
  referredName,
} from '../../../../../lib/codegen/update/folder/declared-names.js';
import type {
  SourceClass,
  SourceMember,
} from '../../../../../lib/codegen/update/source/source-file.interface.js';
import { readSourceFile } from '../../../../../lib/codegen/update/source/source-file.reader.js';

function classOf(text: string): SourceClass {
  return readSourceFile('a.ts', text).statements[0] as SourceClass;
}

function memberOf(text: string): SourceMember {
  return classOf(`@SObject() class A { ${text} }`).members[0]!;
}

describe('objectName', () => {
  it.each([
    ['@SObject() class Account {}', undefined, 'Account'],
    ["@SObject('Account') class Customer {}", undefined, 'Account'],
    ["@SObject({ apiName: 'Account' }) class Customer {}", undefined, 'Account'],
    ['@SObject({ custom: true }) class Boat {}', undefined, 'Boat__c'],
    ['@SObject({ custom: true }) class Boat {}', 'acme', 'acme__Boat__c'],
    ["@SObject({ custom: true, namespace: 'sea' }) class Boat {}", 'acme', 'sea__Boat__c'],
    ["@SObject({ custom: true, namespace: '' }) class Boat {}", 'acme', 'Boat__c'],
    ['class Boat {}', undefined, undefined],
  ])('of %s in the namespace %s is %s', (text, namespace, name) => {
    expect(objectName(classOf(text), namespace)).toBe(name);
  });
});

describe('fieldName', () => {
  const naming = namingStrategyOf(classOf('@SObject() class A {}'), undefined);

  it.each([
    ['@Field() lastName!: string;', false, 'LastName'],
    ['@Id() id!: string;', false, 'Id'],
    ['@Field({ custom: true }) tier!: string;', false, 'Tier__c'],
    ["@Field({ apiName: 'X__c' }) tier!: string;", false, 'X__c'],
    ['@Field({ custom: true }) regionId!: string;', true, 'Region__c'],
    ['@Field({ custom: true }) regionId!: string;', false, 'RegionId__c'],
    ['own = 1;', false, undefined],
  ])('of %s (a foreign key: %s) is %s', (text, isForeignKey, name) => {
    expect(fieldName(memberOf(text), isForeignKey, naming)).toBe(name);
  });
});

describe('relations', () => {
  it('are read from their decorators', () => {
    expect(parentOf(memberOf("@Lookup(() => User, 'ownerId') owner?: User;"))).toEqual({
      target: 'User',
      property: 'ownerId',
    });
    expect(parentOf(memberOf("@Lookup(() => ({ User, Group }), 'ownerId') owner?: User;"))).toEqual({
      property: 'ownerId',
    });
    expect(parentOf(memberOf("@MasterDetail(() => Boat, 'boatId') boat?: Boat;"))).toEqual({
      target: 'Boat',
      property: 'boatId',
    });
    expect(childrenRelationOf(memberOf("@Children(() => Crew, 'boat') crew?: Crew[];"))).toEqual({
      target: 'Crew',
      property: 'boat',
    });
    expect(parentOf(memberOf('@Field() ownerId!: string;'))).toBeUndefined();
  });

  it('refer to constants', () => {
    expect(referredName(memberOf('@Field({ picklist: Rating }) rating!: string;'), 'picklist')).toBe(
      'Rating',
    );
    expect(
      referredName(memberOf("@Field({ picklist: ['Hot'] }) rating!: string;"), 'picklist'),
    ).toBeUndefined();
  });
});
