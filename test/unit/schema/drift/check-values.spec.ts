import { describe, expect, it } from '@jest/globals';
import type { FieldMetadata } from '../../../../lib/metadata/entity-metadata.interface.js';
import { checkValues } from '../../../../lib/schema/drift/check-values.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { fieldPair } from '../../../fixtures/field-pair.js';

type Case = [string, Partial<FieldMetadata>, Partial<FieldDefinition>];

describe('checkValues', () => {
  it.each<Case>([
    ['alike', {}, {}],
    [
      'a boolean, which is never empty',
      { type: 'boolean', nillable: true },
      { type: 'boolean', nillable: false },
    ],
    ['required with a default', {}, { nillable: false, defaultedOnCreate: true }],
    ['required and read-only', {}, { nillable: false, createable: false }],
    ['another formula that the user may not see', { formula: 'A' }, { calculated: true }],
    [
      'the same formula but for spaces',
      { formula: 'A + B ' },
      { calculated: true, calculatedFormula: 'A + B' },
    ],
    ['an external id by its nature', { externalId: true }, { idLookup: true }],
  ])('has nothing to say of what is %s', (_, field, actual) => {
    expect(checkValues(fieldPair(field, actual))).toEqual([]);
  });

  it.each<[string, Partial<FieldMetadata>, Partial<FieldDefinition>, string, string]>([
    ['empty where nothing expects it', { nillable: false }, {}, 'warning', 'nullability'],
    ['required', {}, { nillable: false }, 'info', 'nullability'],
    [
      'without its default',
      { nillable: false, defaultedOnCreate: true },
      { nillable: false },
      'warning',
      'default',
    ],
    ['computed otherwise', { formula: 'A' }, { calculated: true, calculatedFormula: 'B' }, 'info', 'formula'],
    ['no external id any more', { externalId: true }, {}, 'error', 'external-id'],
    ['unique', {}, { unique: true }, 'info', 'unique'],
    ['not unique', { unique: true }, {}, 'info', 'unique'],
  ])('tells what is %s', (_, field, actual, severity, code) => {
    expect(checkValues(fieldPair(field, actual))).toMatchObject([{ severity, code }]);
  });

  it('says nothing of inserts of an object that takes none', () => {
    expect(checkValues(fieldPair({}, { nillable: false }, { createable: false }))).toEqual([]);
  });
});
