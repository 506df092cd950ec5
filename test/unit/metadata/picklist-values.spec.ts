import { describe, expect, it } from '@jest/globals';
import { picklistValues } from '../../../lib/metadata/picklist-values.js';

describe('picklistValues', () => {
  it('leaves the labels out', () => {
    const values: ('Hot' | 'W')[] = picklistValues(['Hot', { value: 'W', label: 'Warm' }]);
    expect(values).toEqual(['Hot', 'W']);
    expect(picklistValues([])).toEqual([]);
  });
});
