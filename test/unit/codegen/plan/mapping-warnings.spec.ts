import { describe, expect, it } from '@jest/globals';
import { mappingWarnings } from '../../../../lib/codegen/plan/mapping-warnings.js';
import type { FieldType } from '../../../../lib/protocol/field-type.type.js';
import { customField, customObject } from '../../../support/record-engine.js';

const odd = customObject('Odd__c', [
  customField('Blob__c', 'hologram' as FieldType),
  customField('1st__c', 'string'),
  customField('Name', 'string', { others: { shimmers: true } }),
]);
const odder = customObject('Odder__c', [
  customField('Name', 'string', { others: { shimmers: false } }),
  customField('Site__c', 'string', { others: { shimmers: true, hums: 1 } }),
]);

describe('mappingWarnings', () => {
  it('tells what is not known, once', () => {
    expect(mappingWarnings([odd, odder])).toEqual([
      "Odd__c.Blob__c: the type 'hologram' is not known; the property holds anything.",
      'Odd__c.1st__c: that cannot be the name of a field, which is left out.',
      "Odd__c.Name and 2 more: the property 'shimmers' of describes is not known; entities cannot say it.",
      "Odder__c.Site__c: the property 'hums' of describes is not known; entities cannot say it.",
    ]);
  });

  it('has nothing to say of what is known', () => {
    expect(mappingWarnings([customObject('Trip__c', [customField('Km__c', 'int')])])).toEqual([]);
  });
});
