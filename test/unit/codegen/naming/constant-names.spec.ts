import { describe, expect, it } from '@jest/globals';
import type { KnownNames } from '../../../../lib/codegen/known-names.interface.js';
import { constantKeys, constantNames } from '../../../../lib/codegen/naming/constant-names.js';
import { customField, customObject } from '../../../support/record-engine.js';

const picklist = (name: string) =>
  customField(name, 'picklist', { picklistValues: [{ value: 'A', label: 'A' }] });

const trip = {
  ...customObject('Trip__c', [
    picklist('Status__c'),
    picklist('TripKind__c'),
    customField('Note__c', 'string'),
  ]),
  recordTypes: [{ developerName: 'Long', name: 'Long' }],
};
const classes = new Map([['Trip__c', 'Trip']]);
const properties = () =>
  new Map([
    ['field Status__c', 'status'],
    ['field TripKind__c', 'tripKind'],
  ]);
const NOTHING: KnownNames = {
  className: () => undefined,
  propertyName: () => undefined,
  constantName: () => undefined,
};

describe('constantKeys', () => {
  it('lists record types and picklists', () => {
    expect(constantKeys([trip])).toEqual([
      'record types Trip__c',
      'picklist Trip__c.Status__c',
      'picklist Trip__c.TripKind__c',
    ]);
  });
});

describe('constantNames', () => {
  it('puts the class in front of the property, once', () => {
    expect(Object.fromEntries(constantNames([trip], classes, properties, NOTHING))).toEqual({
      'record types Trip__c': 'TripRecordType',
      'picklist Trip__c.Status__c': 'TripStatus',
      'picklist Trip__c.TripKind__c': 'TripKind',
    });
  });

  it('makes way for classes, whatever their case', () => {
    const all = new Map([...classes, ['Tripstatus__c', 'Tripstatus']]);
    expect(constantNames([trip], all, properties, NOTHING).get('picklist Trip__c.Status__c')).toBe(
      'TripStatusValue',
    );
  });

  it('keeps what people called it', () => {
    const known = {
      ...NOTHING,
      constantName: (key: string) => (key === 'picklist Trip__c.Status__c' ? 'Progress' : undefined),
    };
    expect(constantNames([trip], classes, properties, known).get('picklist Trip__c.Status__c')).toBe(
      'Progress',
    );
  });
});
