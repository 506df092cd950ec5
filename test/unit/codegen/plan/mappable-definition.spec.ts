import { describe, expect, it } from '@jest/globals';
import { mappable } from '../../../../lib/codegen/plan/mappable-definition.js';
import type { FieldType } from '../../../../lib/protocol/field-type.type.js';
import { customField, customObject } from '../../../support/record-engine.js';

const odd = customObject('Odd__c', [
  customField('Id', 'id'),
  customField('Other__c', 'id'),
  customField('Blob__c', 'hologram' as FieldType),
  customField('1st__c', 'string'),
  customField('Name', 'string', { others: { shimmers: true } }),
  customField('Name', 'string'),
]);

describe('mappable', () => {
  it('makes of fields what entities can say', () => {
    expect(mappable(odd).fields.map(({ name, type }) => [name, type])).toEqual([
      ['Id', 'id'],
      ['Other__c', 'reference'],
      ['Blob__c', 'anyType'],
      ['Name', 'string'],
    ]);
  });

  it.each(['../../etc/passwd', 'C:\\Windows', '', 'Über__c', 'a b'])(
    'refuses an object called %j',
    (name) => {
      expect(() => mappable(customObject(name, []))).toThrow(`'${name}' cannot be the name of an object.`);
    },
  );
});
