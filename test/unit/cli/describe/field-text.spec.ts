import { describe, expect, it } from '@jest/globals';
import { fieldTraits, fieldTypeText } from '../../../../lib/cli/describe/field-text.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { orgField } from '../../../fixtures/field-pair.js';

describe('fieldTypeText', () => {
  it.each<[Partial<FieldDefinition>, string]>([
    [{ type: 'string', length: 80 }, 'string(80)'],
    [{ type: 'picklist', length: 255 }, 'picklist'],
    [{ type: 'currency', precision: 18, scale: 2 }, 'currency(18, 2)'],
    [{ type: 'int', digits: 8 }, 'int(8)'],
    [{ type: 'reference', referenceTo: ['Group', 'User'] }, 'reference → Group, User'],
    [{ type: 'reference', referenceTo: [] }, 'reference'],
    [{ type: 'date' }, 'date'],
  ])('of %p is %s', (more, text) => {
    expect(fieldTypeText(orgField(more))).toBe(text);
  });
});

describe('fieldTraits', () => {
  it.each<[Partial<FieldDefinition>, readonly string[]]>([
    [{}, []],
    [{ nillable: false }, ['required']],
    [{ nillable: false, defaultedOnCreate: true }, []],
    [{ createable: false, updateable: false }, ['read-only']],
    [{ updateable: false }, ['set on create only']],
    [{ createable: false }, ['changed by updates only']],
    [
      { createable: false, updateable: false, calculated: true, calculatedFormula: 'A + B' },
      ['calculated', '= A + B'],
    ],
    [
      { relationshipOrder: 0, externalId: true, unique: true, caseSensitive: true },
      ['master-detail', 'external id', 'unique', 'case-sensitive'],
    ],
    [
      { picklistValues: [], restrictedPicklist: true, controllerName: 'Rig__c' },
      ['restricted', 'depends on Rig__c'],
    ],
    [{ defaultValue: 'Sloop', deprecatedAndHidden: true }, ['default Sloop', 'deprecated']],
    [{ type: 'boolean', defaultValue: null }, []],
  ])('of %p are %p', (more, traits) => {
    expect(fieldTraits(orgField(more))).toEqual(traits);
  });
});
