import { describe, expect, it } from '@jest/globals';
import type { FieldType } from '../../../lib/protocol/field-type.type.js';
import {
  constantDefault,
  defaultProperties,
  type DefaultValue,
} from '../../../lib/schema/constant-default.js';
import type { FieldDefinition } from '../../../lib/schema/sobject-definition.interface.js';

function field(type: FieldType, properties: Partial<FieldDefinition> = {}): FieldDefinition {
  return { name: 'Field__c', label: 'Field', type, ...properties };
}

describe('constantDefault', () => {
  it.each<[FieldType, Partial<FieldDefinition>, DefaultValue | undefined]>([
    ['boolean', { defaultValue: true }, true],
    ['boolean', {}, undefined],
    ['boolean', { defaultValue: null }, undefined],
    ['picklist', { defaultValue: 'New' }, 'New'],
    [
      'picklist',
      {
        picklistValues: [
          { value: 'A', label: null },
          { value: 'B', label: 'Bee', isDefault: true },
        ],
      },
      'B',
    ],
    ['picklist', { picklistValues: [{ value: 'A', label: null }] }, undefined],
    [
      'multipicklist',
      {
        picklistValues: [
          { value: 'A', label: null, isDefault: true },
          { value: 'B', label: null, isDefault: true },
        ],
      },
      'A;B',
    ],
    ['string', {}, undefined],
  ])('of a %s with %o', (type, properties, value) => {
    expect(constantDefault(field(type, properties))).toBe(value);
  });

  it.each<[FieldType, string, DefaultValue | undefined]>([
    ['currency', '0', 0],
    ['double', '-2.50', -2.5],
    ['percent', '.5', 0.5],
    ['double', '1 + 1', undefined],
    ['double', '1.2.3', undefined],
    ['string', '"No"', 'No'],
    ['url', " 'https://example.com' ", 'https://example.com'],
    ['string', '"a \\"quoted\\" \\\\ text"', 'a "quoted" \\ text'],
    ['textarea', '"two\\nlines"', 'two\nlines'],
    ['string', '""', ''],
    ['string', '$User.City + " how"', undefined],
    ['string', '"a" & "b"', undefined],
    ['string', 'TRUE', undefined],
    ['boolean', 'TRUE', true],
    ['boolean', 'NOT(TRUE)', undefined],
    ['date', 'DATE(2026, 1, 31)', '2026-01-31'],
    ['date', 'TODAY() - 10', undefined],
    ['datetime', 'NOW()', undefined],
  ])('of a %s with the formula %s', (type, defaultValueFormula, value) => {
    expect(constantDefault(field(type, { defaultValueFormula }))).toBe(value);
  });
});

describe('defaultProperties', () => {
  it.each<[FieldType, DefaultValue, Partial<FieldDefinition>]>([
    ['boolean', true, { defaultValue: true }],
    ['boolean', false, {}],
    ['picklist', 'New', { defaultValue: 'New' }],
    ['combobox', 'Call', { defaultValue: 'Call' }],
    ['currency', 0, { defaultValueFormula: '0' }],
    ['string', 'a "quoted" \\ text', { defaultValueFormula: '"a \\"quoted\\" \\\\ text"' }],
    ['textarea', 'two\nlines', { defaultValueFormula: '"two\\nlines"' }],
    ['date', '2026-01-31', { defaultValueFormula: 'DATE(2026, 1, 31)' }],
  ])('of a %s: %p', (type, value, properties) => {
    expect(defaultProperties(type, value)).toEqual(properties);
  });
});
