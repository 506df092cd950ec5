import { describe, expect, it } from '@jest/globals';
import { checkFieldAccess } from '../../../../lib/schema/drift/check-field-access.js';
import { fieldPair } from '../../../fixtures/field-pair.js';

describe('checkFieldAccess', () => {
  it('has nothing to say of what may be written, or is read-only on both sides', () => {
    expect(checkFieldAccess(fieldPair())).toEqual([]);
    const readOnly = { createable: false, updateable: false };
    expect(checkFieldAccess(fieldPair(readOnly, readOnly))).toEqual([]);
    expect(checkFieldAccess(fieldPair(readOnly, {}))).toEqual([]);
  });

  it('leaves to the object what goes for all its fields', () => {
    const readOnly = { createable: false, updateable: false };
    expect(checkFieldAccess(fieldPair({}, readOnly, readOnly))).toEqual([]);
  });

  it.each([
    [{ createable: false, updateable: false }, 'written', 'readOnly: true'],
    [{ createable: false }, 'set by an insert', 'creatable: false'],
    [{ updateable: false }, 'changed by an update', 'updatable: false'],
  ])('warns of what the user may not do, as in %p', (actual, verb, option) => {
    expect(checkFieldAccess(fieldPair({}, actual))).toEqual([
      {
        severity: 'warning',
        code: 'field-access',
        message: `can be ${verb} here and not by the connected user: such writes are refused.`,
        fix: `Let the user edit the field (field-level security), or say ${option}.`,
      },
    ]);
  });

  it('knows what nobody may write', () => {
    const actual = { createable: false, updateable: false };
    expect(checkFieldAccess(fieldPair({}, { ...actual, calculated: true }))).toMatchObject([
      {
        message: 'can be written here and is calculated by the org: such writes are refused.',
        fix: 'Say readOnly: true.',
      },
    ]);
    expect(checkFieldAccess(fieldPair({}, { ...actual, autoNumber: true }))[0]?.message).toContain(
      'numbered by the org',
    );
  });
});
