import { describe, expect, it } from '@jest/globals';
import { Picklist } from '../../../../lib/schema/picklist/picklist.js';

const rig = new Picklist({
  field: 'Rig__c',
  restricted: true,
  choices: [
    { value: 'S', label: 'Sloop', isDefault: true },
    { value: 'K', label: 'Ketch', isDefault: false },
  ],
  inactive: ['Cat'],
});

const sail = new Picklist({
  field: 'Sail__c',
  restricted: false,
  controlledBy: 'Rig__c',
  choices: [
    { value: 'Jib', label: 'Jib', isDefault: false, validFor: ['S', 'K'] },
    { value: 'Mizzen', label: 'Mizzen', isDefault: false, validFor: ['K'] },
    { value: 'Kite', label: 'Kite', isDefault: false },
  ],
  inactive: [],
});

describe('Picklist', () => {
  it('knows its default and its labels', () => {
    expect(rig.defaultValue).toBe('S');
    expect(sail.defaultValue).toBeUndefined();
    expect(rig.labelOf('K')).toBe('Ketch');
    expect(rig.labelOf('Cat')).toBeUndefined();
  });

  it('offers all choices where nothing controls it', () => {
    expect(rig.choicesFor('anything').map(({ value }) => value)).toEqual(['S', 'K']);
  });

  it('offers what goes with the controlling value', () => {
    expect(sail.choicesFor('S').map(({ value }) => value)).toEqual(['Jib']);
    expect(sail.choicesFor('K').map(({ value }) => value)).toEqual(['Jib', 'Mizzen']);
    expect(sail.choicesFor(null)).toEqual([]);
    expect(sail.choicesFor(undefined)).toEqual([]);
  });

  it('takes a boolean for a controlling checkbox', () => {
    const berth = new Picklist({
      ...sail,
      controlledBy: 'Afloat__c',
      choices: [{ value: 'A1', label: 'A1', isDefault: false, validFor: ['true'] }],
    });
    expect(berth.choicesFor(true)).toHaveLength(1);
    expect(berth.choicesFor(false)).toHaveLength(0);
  });

  it('is written to JSON as what it is made of', () => {
    expect(JSON.parse(JSON.stringify(rig))).toEqual({
      field: 'Rig__c',
      restricted: true,
      choices: [
        { value: 'S', label: 'Sloop', isDefault: true },
        { value: 'K', label: 'Ketch', isDefault: false },
      ],
      inactive: ['Cat'],
    });
  });
});
