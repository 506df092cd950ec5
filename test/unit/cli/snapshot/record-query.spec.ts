import { describe, expect, it } from '@jest/globals';
import { recordQuery } from '../../../../lib/cli/snapshot/record-query.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../lib/schema/sobject-definition.interface.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { customField, customObject } from '../../../support/record-engine.js';

const standard = (
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  ...customField(name, type, more),
  custom: false,
});
const BOAT: SObjectDefinition = customObject('Boat__c', [
  standard('Id', 'id'),
  standard('Name', 'string'),
  standard('OwnerId', 'reference'),
  customField('Length__c', 'double'),
  customField('Plan__c', 'base64'),
  customField('Berth__c', 'location'),
  customField('Berth__Latitude__s', 'double', { compoundFieldName: 'Berth__c' }),
  customField('Berth__Longitude__s', 'double', { compoundFieldName: 'Berth__c' }),
]);

const taken = (soql: string) => recordQuery(parseSoql(soql), BOAT);

describe('recordQuery', () => {
  it.each([
    ['SELECT Name FROM Boat__c', 'SELECT Id, Name FROM Boat__c'],
    ['select name, ID, name from boat__c', 'SELECT Id, Name FROM boat__c'],
    ['SELECT b.Name, Boat__c.Name FROM Boat__c b WHERE b.Length__c > 5 ORDER BY Name LIMIT 3', 'refused'],
    [
      'SELECT b.Name FROM Boat__c b WHERE b.Length__c > 5 ORDER BY Name LIMIT 3',
      'SELECT Id, Name FROM Boat__c b WHERE b.Length__c > 5 ORDER BY Name LIMIT 3',
    ],
    ['SELECT Boat__c.Length__c FROM Boat__c', 'SELECT Id, Length__c FROM Boat__c'],
    ['SELECT Berth__c FROM Boat__c', 'SELECT Id, Berth__Latitude__s, Berth__Longitude__s FROM Boat__c'],
    [
      'SELECT FIELDS(ALL) FROM Boat__c',
      'SELECT Id, Name, OwnerId, Length__c, Berth__Latitude__s, Berth__Longitude__s FROM Boat__c',
    ],
    ['SELECT FIELDS(STANDARD) FROM Boat__c', 'SELECT Id, Name, OwnerId FROM Boat__c'],
    [
      'SELECT FIELDS(CUSTOM), Name FROM Boat__c',
      'SELECT Id, Length__c, Berth__Latitude__s, Berth__Longitude__s, Name FROM Boat__c',
    ],
  ])('makes of %s: %s', (soql, expected) => {
    if (expected === 'refused') {
      expect(() => taken(soql)).toThrow('Boat__c.Name, a field of another record, is none');
      return;
    }
    expect(taken(soql).soql).toBe(expected);
    expect(taken(soql).sobject).toBe('Boat__c');
  });

  it('names the fields as the object does', () => {
    expect(taken('SELECT name, berth__c FROM boat__c').fields).toEqual([
      'Id',
      'Name',
      'Berth__Latitude__s',
      'Berth__Longitude__s',
    ]);
  });

  it.each([
    ['SELECT Owner.Name FROM Boat__c', 'Owner.Name, a field of another record, is none: take other records'],
    ['SELECT (SELECT Id FROM Sails__r) FROM Boat__c', 'a subquery is none'],
    ['SELECT COUNT() FROM Boat__c', 'COUNT() is none'],
    ['SELECT Name FROM Boat__c GROUP BY Name', 'GROUP BY is none'],
    ['SELECT TYPEOF Owner WHEN User THEN Id END FROM Boat__c', 'TYPEOF is none'],
    ['SELECT Plan__c FROM Boat__c', 'Boat__c.Plan__c is a file or a list, which a snapshot does not hold.'],
    [
      'SELECT Lenght__c FROM Boat__c',
      "Boat__c has no field 'Lenght__c', or the user may not read it. Did you mean Length__c?",
    ],
  ])('refuses %s', (soql, reason) => {
    expect(() => taken(soql)).toThrow(reason);
  });
});
