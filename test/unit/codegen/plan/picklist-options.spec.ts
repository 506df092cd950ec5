import { describe, expect, it } from '@jest/globals';
import { picklistOptions } from '../../../../lib/codegen/plan/picklist-options.js';
import { customField } from '../../../support/record-engine.js';

describe('picklistOptions', () => {
  it('lists active values once, with what users see', () => {
    const field = customField('Rating__c', 'picklist', {
      picklistValues: [
        { value: 'Hot', label: 'Hot' },
        { value: 'W', label: 'Warm' },
        { value: 'Cold', label: 'Cold', active: false },
        { value: 'None', label: null },
        { value: 'Hot', label: 'Hot' },
      ],
    });
    expect(picklistOptions(field)).toEqual([
      { value: 'Hot', label: 'Hot' },
      { value: 'W', label: 'Warm' },
      { value: 'None', label: 'None' },
    ]);
  });

  it('has none for other fields', () => {
    expect(
      picklistOptions(customField('Name', 'string', { picklistValues: [{ value: 'A', label: 'A' }] })),
    ).toEqual([]);
  });
});
