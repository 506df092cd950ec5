import { describe, expect, it } from '@jest/globals';
import type { FieldOptions } from '../../../lib/metadata/decorators/field-options.interface.js';
import { fieldProblem, isCompound } from '../../../lib/metadata/field-rules.js';
import type { FieldType } from '../../../lib/protocol/field-type.type.js';

describe('fieldProblem', () => {
  it.each<[FieldType, FieldOptions]>([
    ['string', {}],
    ['string', { length: 0 }],
    ['textarea', { length: 131_072 }],
    ['picklist', { picklist: [] }],
    ['combobox', { picklist: ['A'] }],
    ['currency', { precision: 18, scale: 18 }],
    ['double', { scale: 3 }],
    ['datetime', { readOnly: true, creatable: false }],
    ['address', { readOnly: true }],
  ])('has nothing against a %s with %o', (type, options) => {
    expect(fieldProblem(options, type)).toBeUndefined();
  });

  it.each<[FieldType, FieldOptions, string]>([
    ['string', { length: -1 }, 'the option length is -1. Give a whole number, 0 or more.'],
    ['string', { length: 2.5 }, 'the option length is 2.5. Give a whole number, 0 or more.'],
    ['double', { precision: Number.NaN }, 'the option precision is NaN. Give a whole number, 0 or more.'],
    ['double', { scale: -2 }, 'the option scale is -2. Give a whole number, 0 or more.'],
    [
      'boolean',
      { length: 1 },
      "a field of type 'boolean' has no length. Remove the option; digits of a number are its precision and scale.",
    ],
    [
      'string',
      { scale: 2 },
      "a field of type 'string' has no precision or scale. Remove them, or use a numeric type.",
    ],
    [
      'percent',
      { precision: 2, scale: 3 },
      'the scale 3 is greater than the precision 2, which counts all digits. Lower the scale.',
    ],
    [
      'string',
      { readOnly: true, updatable: true },
      'the field is readOnly and yet creatable or updatable. Say one of the two.',
    ],
    [
      'location',
      { creatable: true },
      "a field of type 'location' cannot be written. Remove the option, and map the components (street, city, …).",
    ],
    [
      'picklist',
      { picklist: 'Hot' as unknown as string[] },
      'the option picklist is not a list of values. List their API names, or { value, label } of each.',
    ],
    [
      'string',
      { picklist: ['Hot'] },
      "a field of type 'string' has no picklist. Remove the option, or use type: 'picklist'.",
    ],
    [
      'picklist',
      { picklist: ['Hot', { value: 'W' } as unknown as string] },
      'the option picklist is not a list of values. List their API names, or { value, label } of each.',
    ],
    [
      'string',
      { restricted: true },
      "a field of type 'string' has no picklist to be restricted to. Remove the option, or use type: 'picklist'.",
    ],
    [
      'currency',
      { defaultValue: '0' },
      "the option defaultValue is a string, which is no value of a field of type 'currency'. Correct or remove it.",
    ],
    [
      'boolean',
      { defaultValue: 1 },
      "the option defaultValue is a number, which is no value of a field of type 'boolean'. Correct or remove it.",
    ],
    [
      'date',
      { defaultValue: '2026-02-30' },
      "the option defaultValue is a string, which is no value of a field of type 'date'. Correct or remove it.",
    ],
    [
      'base64',
      { defaultValue: 'AAAA' },
      "the option defaultValue is a string, which is no value of a field of type 'base64'. Correct or remove it.",
    ],
    [
      'double',
      { autoNumber: true },
      "a field of type 'double' is no autoNumber. Remove the option, or use type: 'string'.",
    ],
    [
      'string',
      { autoNumber: true, formula: '"A"' },
      'the field is an autoNumber and yet calculated. Say one of the two.',
    ],
    [
      'string',
      { calculated: false, formula: '"A"' },
      'the field has a formula and yet is not calculated. Remove one of the two options.',
    ],
    [
      'string',
      { autoNumber: true, creatable: true },
      'the org numbers the field, and yet it is said to be writable. Remove that option.',
    ],
    [
      'double',
      { formula: '1', readOnly: false },
      'the org calculates the field, and yet it is said to be writable. Remove that option.',
    ],
  ])('refuses a %s with %o', (type, options, problem) => {
    expect(fieldProblem(options, type)).toBe(problem);
  });
});

describe('isCompound', () => {
  it('holds for addresses and locations', () => {
    expect(isCompound('address')).toBe(true);
    expect(isCompound('location')).toBe(true);
    expect(isCompound('string')).toBe(false);
  });
});
