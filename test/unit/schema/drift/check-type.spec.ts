import { describe, expect, it } from '@jest/globals';
import type { FieldMetadata } from '../../../../lib/metadata/entity-metadata.interface.js';
import { checkType } from '../../../../lib/schema/drift/check-type.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { fieldPair } from '../../../fixtures/field-pair.js';

describe('checkType', () => {
  it.each<[string, Partial<FieldMetadata>, Partial<FieldDefinition>]>([
    ['types', { type: 'date' }, { type: 'date' }],
    ['length where the entity says none', {}, { length: 20 }],
    ['length', { length: 80 }, { length: 80 }],
    ['precision where the entity says none', { type: 'double' }, { type: 'double', precision: 18, scale: 2 }],
    ['scale alone', { type: 'double', scale: 2 }, { type: 'double', precision: 18, scale: 2 }],
  ])('has nothing to say of equal %s', (_, field, actual) => {
    expect(checkType(fieldPair(field, actual))).toEqual([]);
  });

  it.each<[FieldMetadata['type'], FieldDefinition['type']]>([
    ['string', 'double'],
    ['datetime', 'date'],
    ['picklist', 'multipicklist'],
    ['boolean', 'string'],
    ['address', 'location'],
  ])('takes %s for %s as an error', (here, there) => {
    expect(checkType(fieldPair({ type: here }, { type: there }))).toMatchObject([
      { severity: 'error', code: 'type' },
    ]);
  });

  it('takes anything for what the entity says takes anything', () => {
    expect(checkType(fieldPair({ type: 'anyType' }, { type: 'date' }))).toEqual([]);
  });

  it('warns of types that are not known yet', () => {
    const actual = { type: 'json' as FieldDefinition['type'] };
    expect(checkType(fieldPair({ type: 'string' }, actual))).toEqual([
      {
        severity: 'warning',
        code: 'type',
        message: 'is a string here and of the type json in the org, whose values are not known here.',
        fix: "Declare the property with type: 'anyType', and as unknown.",
      },
    ]);
  });

  it('names the type to declare', () => {
    expect(checkType(fieldPair({ type: 'int' }, { type: 'string' }))).toEqual([
      {
        severity: 'error',
        code: 'type',
        message: 'is an int here and a string in the org: its values are of another type.',
        fix: "Declare the property with type: 'string', and the TypeScript type that goes with it.",
      },
    ]);
  });

  it.each<[FieldMetadata['type'], FieldDefinition['type']]>([
    ['string', 'picklist'],
    ['double', 'currency'],
    ['string', 'reference'],
  ])('takes %s for %s, values of one kind, as a remark', (here, there) => {
    expect(checkType(fieldPair({ type: here }, { type: there }))).toMatchObject([
      { severity: 'info', code: 'type' },
    ]);
  });

  it('warns where a text can no longer be filtered by', () => {
    expect(
      checkType(fieldPair({ type: 'string' }, { type: 'textarea', filterable: false, length: 32_768 })),
    ).toEqual([
      {
        severity: 'warning',
        code: 'type',
        message: 'is a string here and a textarea in the org: queries cannot filter or sort by it.',
        fix: "Declare the property with type: 'textarea'.",
      },
    ]);
  });

  it('warns where there is less room than the entity says, and remarks more', () => {
    expect(checkType(fieldPair({ length: 80 }, { length: 40 }))).toEqual([
      {
        severity: 'warning',
        code: 'length',
        message: 'holds 80 characters here and 40 in the org: longer values are refused.',
        fix: 'Say length: 40, and check the values that are written.',
      },
    ]);
    expect(checkType(fieldPair({ length: 40 }, { length: 80 }))).toMatchObject([
      { severity: 'info', code: 'length' },
    ]);
  });

  it.each([
    [
      16,
      2,
      18,
      2,
      'info',
      '16 digits, 2 of them of the fraction, here and 18 digits, 2 of them of the fraction, in the org.',
    ],
    [18, 2, 10, 2, 'warning', 'in the org: larger numbers are refused.'],
    [18, 4, 18, 2, 'warning', 'in the org: it rounds.'],
    [18, 4, 18, 6, 'warning', 'in the org: larger numbers are refused.'],
  ])(
    'compares %d digits with %d of the fraction to %d with %d',
    (precision, scale, room, roomScale, severity, text) => {
      const [finding] = checkType(
        fieldPair(
          { type: 'double', precision, scale },
          { type: 'double', precision: room, scale: roomScale },
        ),
      );
      expect(finding).toMatchObject({ severity, code: 'precision' });
      expect(finding?.message).toContain(text);
    },
  );
});
