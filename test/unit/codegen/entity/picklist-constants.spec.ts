import { describe, expect, it } from '@jest/globals';
import { choiceConstants } from '../../../../lib/codegen/entity/picklist-constants.js';
import { printStatement } from '../../../../lib/codegen/print/statement-printer.js';
import type { PicklistValueDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { customField, customObject } from '../../../support/record-engine.js';

function written(picklistValues: readonly PicklistValueDefinition[], restrictedPicklist = true): string {
  const field = customField('Rating__c', 'picklist', { picklistValues, restrictedPicklist });
  const fields = [{ key: 'field Rating__c', property: 'rating', field, constant: 'TripRating' }];
  const plan = {
    definition: customObject('Trip__c', []),
    className: 'Trip',
    fields,
    parents: [],
    children: [],
  };
  return choiceConstants(plan).map(printStatement).join('');
}

describe('choiceConstants', () => {
  it('lists values, with the labels that differ', () => {
    expect(
      written([
        { value: 'Hot', label: 'Hot' },
        { value: 'W', label: "It's warm" },
      ]),
    ).toBe(
      `export const TripRating = ['Hot', { value: 'W', label: "It's warm" }] as const;
export type TripRating = PicklistValue<typeof TripRating>;
`,
    );
  });

  it('leaves the type open where other values are taken', () => {
    expect(written([{ value: 'Hot', label: null }], false)).toBe(
      `export const TripRating = ['Hot'] as const;
export type TripRating = OpenPicklistValue<typeof TripRating>;
`,
    );
  });

  it('sets labelled values one a line, and long ones one member a line', () => {
    expect(
      written([
        { value: 'H', label: 'Hot' },
        { value: 'L', label: 'x'.repeat(110) },
      ]),
    ).toBe(
      `export const TripRating = [
  { value: 'H', label: 'Hot' },
  {
    value: 'L',
    label:
      '${'x'.repeat(110)}',
  },
] as const;
export type TripRating = PicklistValue<typeof TripRating>;
`,
    );
  });

  it('lists record types by developer name', () => {
    const recordTypes = [
      { developerName: 'Long', name: 'Long trip' },
      { developerName: 'Master', name: 'Master', master: true },
    ];
    const definition = { ...customObject('Trip__c', []), recordTypes };
    const plan = {
      definition,
      className: 'Trip',
      fields: [],
      parents: [],
      children: [],
      recordTypes: 'TripRecordType',
    };
    expect(choiceConstants(plan).map(printStatement).join('')).toBe(
      `export const TripRecordType = { Long: 'Long trip' } as const;
export type TripRecordType = keyof typeof TripRecordType;
`,
    );
  });
});
