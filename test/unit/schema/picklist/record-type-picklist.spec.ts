import { describe, expect, it } from '@jest/globals';
import { Picklist } from '../../../../lib/schema/picklist/picklist.js';
import { recordTypePicklist } from '../../../../lib/schema/picklist/record-type-picklist.js';

const states = new Picklist({
  field: 'BillingStateCode',
  restricted: true,
  controlledBy: 'BillingCountryCode',
  choices: [],
  inactive: ['XX'],
});

describe('recordTypePicklist', () => {
  it('takes the values of the record type, and names the controlling ones', () => {
    const picklist = recordTypePicklist(states, {
      controllerValues: { AU: 0, US: 1 },
      defaultValue: { value: 'NSW' },
      values: [
        { value: 'NSW', label: 'New South Wales', validFor: [0] },
        { value: 'CA', label: 'California', validFor: [1] },
      ],
    });
    expect(picklist).toEqual({
      field: 'BillingStateCode',
      restricted: true,
      controlledBy: 'BillingCountryCode',
      choices: [
        { value: 'NSW', label: 'New South Wales', isDefault: true, validFor: ['AU'] },
        { value: 'CA', label: 'California', isDefault: false, validFor: ['US'] },
      ],
      inactive: ['XX'],
    });
  });

  it('has no controlling values where nothing controls it', () => {
    const { field, restricted, choices, inactive } = states;
    const free = new Picklist({ field, restricted, choices, inactive });
    const picklist = recordTypePicklist(free, {
      controllerValues: {},
      defaultValue: null,
      values: [{ value: 'Web', label: 'Web', validFor: [] }],
    });
    expect(picklist.choices).toEqual([{ value: 'Web', label: 'Web', isDefault: false }]);
  });
});
