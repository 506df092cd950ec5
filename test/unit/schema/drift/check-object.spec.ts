import { describe, expect, it } from '@jest/globals';
import { boat, Sailor, sailor, told } from '../../../fixtures/checked-boats.js';

describe('checkObject', () => {
  it.each([
    [{ createable: false }, 'created', 'creatable: false'],
    [{ createable: false, updateable: false }, 'created, updated', 'creatable: false, updatable: false'],
    [
      { createable: false, updateable: false, deletable: false },
      'created, updated, deleted',
      'readOnly: true',
    ],
  ])('warns of what the user may not do with records, as in %p', async (more, verbs, options) => {
    expect(await told([{ ...boat, ...more }])).toEqual([
      [
        'warning',
        'object-access',
        `Boat has records that the connected user may not have ${verbs}, where the entity allows it.`,
        `Give the user the object permissions, or say ${options} with @SObject().`,
      ],
    ]);
  });

  it('asks nothing of a user that the entity does not', async () => {
    const readOnly = { createable: false, updateable: false, deletable: false };
    expect(await told([{ ...sailor, ...readOnly }], { entities: [Sailor] })).toEqual([]);
  });

  it.each([
    [[], 'warning', 'which is not in the org.', 'Remove Racer from recordTypes, or create it in the org.'],
    [
      [{ developerName: 'Racer', name: 'Racer', active: false }],
      'warning',
      'which is not active in the org.',
      'Activate Racer in the org, or remove it from recordTypes.',
    ],
    [
      [{ developerName: 'Racer', name: 'Racer', available: false }],
      'info',
      'which the connected user may not choose.',
      "Assign Racer to the user's profile.",
    ],
  ])('looks for a record type among %p', async (recordTypes, severity, why, fix) => {
    expect(await told([{ ...boat, recordTypes }])).toEqual([
      [severity, 'record-type', `Boat has the record type Racer, ${why}`, fix],
    ]);
  });
});
