import { describe, expect, it } from '@jest/globals';
import type { KnownNames } from '../../../../lib/codegen/known-names.interface.js';
import type { InspectOptions } from '../../../../lib/codegen/inspect-options.interface.js';
import { propertyNames } from '../../../../lib/codegen/naming/property-names.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { customField } from '../../../support/record-engine.js';

const NOTHING: KnownNames = {
  className: () => undefined,
  propertyName: () => undefined,
  constantName: () => undefined,
};

const text = (name: string): FieldDefinition => ({
  ...customField(name, 'string'),
  custom: name.includes('__'),
});
const reference = (name: string, relationshipName: string) => {
  const field = { ...customField(name, 'reference', { relationshipName }), custom: name.includes('__') };
  return { field, relationshipName, targets: ['Account'], polymorphic: false, kind: 'lookup' as const };
};

function named(
  fields: readonly FieldDefinition[],
  parents: readonly ReturnType<typeof reference>[] = [],
  children: readonly { childSObject: string; field: string; relationshipName: string }[] = [],
  options: InspectOptions = {},
  known = NOTHING,
) {
  const all = [...fields, ...parents.map(({ field }) => field)];
  return Object.fromEntries(
    propertyNames({ object: 'Trip__c', fields: all, parents, children }, options, known),
  );
}

describe('propertyNames', () => {
  it('takes namespace and suffix off, and begins with a small letter', () => {
    expect(
      named([text('AnnualRevenue'), text('Line_Total__c'), text('acme__Tier__c'), text('Site__Latitude__s')]),
    ).toEqual({
      'field AnnualRevenue': 'annualRevenue',
      'field Line_Total__c': 'lineTotal',
      'field acme__Tier__c': 'tier',
      'field Site__Latitude__s': 'siteLatitude',
    });
  });

  it('calls a custom reference by its relation and Id', () => {
    expect(
      named(
        [],
        [
          reference('Region__c', 'Region__r'),
          reference('OwnerId', 'Owner'),
          reference('PayerId__c', 'PayerId__r'),
        ],
      ),
    ).toEqual({
      'field Region__c': 'regionId',
      'parent Region__c': 'region',
      'field OwnerId': 'ownerId',
      'parent OwnerId': 'owner',
      'field PayerId__c': 'payerId',
      'parent PayerId__c': 'payer',
    });
  });

  it('calls children by their relationship', () => {
    const invoices = { childSObject: 'Invoice__c', field: 'Trip__c', relationshipName: 'Invoices__r' };
    expect(named([], [], [invoices])).toEqual({ 'children Invoice__c.Trip__c': 'invoices' });
  });

  it("keeps the API name of the org's own field where the platform's has the short one", () => {
    expect(named([text('Name'), text('Name__c')])).toEqual({
      'field Name': 'name',
      'field Name__c': 'Name__c',
    });
  });

  it('puts the namespace in front where packages want one name', () => {
    expect(named([text('a__Tier__c'), text('b__Tier__c')])).toEqual({
      'field a__Tier__c': 'aTier',
      'field b__Tier__c': 'bTier',
    });
  });

  it('keeps reserved words, and API names where a property cannot have the short one', () => {
    expect(named([text('Default__c'), text('Constructor__c'), text('Static'), text('Id__c')])).toEqual({
      'field Default__c': 'default',
      'field Constructor__c': 'Constructor__c',
      'field Static': 'Static',
      'field Id__c': 'Id__c',
    });
  });

  it('lets people choose, and what they called it stay', () => {
    const known = {
      ...NOTHING,
      propertyName: (_: string, key: string) => (key === 'field Name' ? 'title' : undefined),
    };
    const options = { names: { 'Trip__c.Owner': 'keeper', 'trip__c.title__c': 'heading' } };
    expect(
      named([text('Name'), text('Title__c')], [reference('OwnerId', 'Owner')], [], options, known),
    ).toEqual({
      'field Name': 'title',
      'field Title__c': 'heading',
      'field OwnerId': 'ownerId',
      'parent OwnerId': 'keeper',
    });
  });

  it('refuses a name that something else has', () => {
    const fields = [text('Name'), text('Title__c')];
    const taken = { names: { 'Trip__c.Name': 'heading', 'Trip__c.Title__c': 'heading' } };
    expect(() => named(fields, [], [], taken)).toThrow("Trip__c.Name cannot be called 'heading'");
    expect(() => named(fields, [], [], { names: { 'Trip__c.Name': 'id' } })).toThrow(
      "Trip__c.Name cannot be called 'id': that is no name, or one that is taken.",
    );
  });
});
