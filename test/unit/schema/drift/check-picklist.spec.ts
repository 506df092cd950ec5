import { describe, expect, it } from '@jest/globals';
import type { FieldMetadata } from '../../../../lib/metadata/entity-metadata.interface.js';
import { checkPicklist } from '../../../../lib/schema/drift/check-picklist.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { fieldPair } from '../../../fixtures/field-pair.js';

const listed = (values: readonly string[], more: Partial<FieldMetadata> = {}): Partial<FieldMetadata> => ({
  type: 'picklist',
  restricted: true,
  picklist: values.map((value) => ({ value, label: value })),
  ...more,
});

const offered = (
  values: readonly string[],
  more: Partial<FieldDefinition> = {},
): Partial<FieldDefinition> => ({
  type: 'picklist',
  restrictedPicklist: true,
  picklistValues: values.map((value) => ({ value, label: value })),
  ...more,
});

describe('checkPicklist', () => {
  it('has nothing to say of equal lists, in whichever order, and of a field without a list', () => {
    expect(checkPicklist(fieldPair(listed(['A', 'B']), offered(['B', 'A'])))).toEqual([]);
    expect(checkPicklist(fieldPair({ type: 'picklist' }, offered(['A'])))).toEqual([]);
    expect(checkPicklist(fieldPair(listed(['A']), { type: 'string' }))).toEqual([]);
  });

  it('warns of values that the org refuses', () => {
    expect(checkPicklist(fieldPair(listed(['A', 'B']), offered(['A'])))).toEqual([
      {
        severity: 'warning',
        code: 'picklist',
        message: "lists 'B', which the org has not and refuses.",
        fix: 'Take the values out of the list, or add or reactivate them in the org.',
      },
    ]);
  });

  it('counts values that are not active as gone', () => {
    const actual = offered(['A'], {
      picklistValues: [
        { value: 'A', label: 'A' },
        { value: 'B', label: 'B', active: false },
      ],
    });
    expect(checkPicklist(fieldPair(listed(['A', 'B']), actual))).toMatchObject([{ severity: 'warning' }]);
  });

  it('remarks values that the org has not and takes nevertheless', () => {
    expect(checkPicklist(fieldPair(listed(['B']), offered([], { restrictedPicklist: false })))).toMatchObject(
      [{ severity: 'info', message: "lists 'B', which the org has not, though it takes any text." }],
    );
  });

  it('warns of values the type does not know, and remarks them where it is open', () => {
    const actual = offered(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(checkPicklist(fieldPair(listed(['A']), actual))).toMatchObject([
      {
        severity: 'warning',
        message: "does not list 'B', 'C', 'D', 'E', 'F' and 2 more, which records of the org can have.",
      },
    ]);
    expect(checkPicklist(fieldPair(listed(['A'], { restricted: false }), actual))).toMatchObject([
      { severity: 'info' },
    ]);
  });
});
