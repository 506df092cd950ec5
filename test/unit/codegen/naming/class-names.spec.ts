import { describe, expect, it } from '@jest/globals';
import type { KnownNames } from '../../../../lib/codegen/known-names.interface.js';
import type { InspectOptions } from '../../../../lib/codegen/inspect-options.interface.js';
import { classNames } from '../../../../lib/codegen/naming/class-names.js';
import { customObject } from '../../../support/record-engine.js';

const NOTHING: KnownNames = {
  className: () => undefined,
  propertyName: () => undefined,
  constantName: () => undefined,
};

function named(
  names: readonly string[],
  options: InspectOptions = {},
  known = NOTHING,
  taken: readonly string[] = [],
) {
  const definitions = names.map((name) => customObject(name, []));
  return Object.fromEntries(classNames(definitions, options, known, (name) => taken.includes(name)));
}

describe('classNames', () => {
  it('takes namespace and suffix off', () => {
    expect(
      named(['Account', 'Line_Item__c', 'acme__Invoice__c', 'Order_Sync__e', 'Setting__mdt', 'Trip__Share']),
    ).toEqual({
      Account: 'Account',
      Line_Item__c: 'LineItem',
      acme__Invoice__c: 'Invoice',
      Order_Sync__e: 'OrderSync',
      Setting__mdt: 'Setting',
      Trip__Share: 'TripShare',
    });
  });

  it('keeps the API name where the platform has the short one', () => {
    expect(named(['Account', 'Account__c'])).toEqual({ Account: 'Account', Account__c: 'Account__c' });
  });

  it('puts the namespace in front where several packages want one name', () => {
    expect(named(['a__Tier__c', 'b__Tier__c', 'Tier__c'])).toEqual({
      a__Tier__c: 'ATier',
      b__Tier__c: 'BTier',
      Tier__c: 'Tier',
    });
  });

  it('tells apart what only underscores do', () => {
    expect(named(['Line_Item__c', 'LineItem__c'])).toEqual({
      Line_Item__c: 'Line_Item__c',
      LineItem__c: 'LineItem__c',
    });
  });

  it('numbers what shares a file name whatever it is called', () => {
    expect(named(['ABTest__c', 'AbTest__c'])).toEqual({
      ABTest__c: 'ABTestEntity2',
      AbTest__c: 'AbTestEntity3',
    });
  });

  it('stays away from what a file needs itself, from the base, and from devices', () => {
    expect(named(['Address', 'Date__c', 'Map__c', 'Audited__c', 'Con__c'])).toEqual({
      Address: 'AddressEntity',
      Date__c: 'Date__c',
      Map__c: 'Map__c',
      Audited__c: 'Audited__c',
      Con__c: 'Con__c',
    });
  });

  it('puts the prefix in front of all', () => {
    expect(named(['Account', 'Date__c'], { classPrefix: 'Sf' })).toEqual({
      Account: 'SfAccount',
      Date__c: 'SfDate',
    });
  });

  it('lets people choose, and what they called it stay', () => {
    const known = {
      ...NOTHING,
      className: (object: string) => (object === 'Contact' ? 'Person' : undefined),
    };
    expect(named(['Account', 'Contact', 'Person__c'], { names: { Account: 'Customer' } }, known)).toEqual({
      Account: 'Customer',
      Contact: 'Person',
      Person__c: 'Person__c',
    });
    expect(() => named(['Account'], { names: { Account: 'Date' } })).toThrow(
      "Account cannot be called 'Date'",
    );
    expect(() => named(['Account'], { names: { Account: 'class' } })).toThrow(
      "Account cannot be called 'class'",
    );
  });

  it('refuses a name that something else has', () => {
    const names = { Account: 'Customer', Contact: 'Customer' };
    expect(() => named(['Account', 'Contact'], { names })).toThrow("Account cannot be called 'Customer'");
    expect(() => named(['Account'], { names: { Account: 'Audited' } })).toThrow(
      "Account cannot be called 'Audited': that is no name, or one that is taken.",
    );
  });

  it('avoids names that something else has', () => {
    expect(named(['CaseStatus'], {}, NOTHING, ['CaseStatus'])).toEqual({ CaseStatus: 'CaseStatusEntity' });
  });
});
