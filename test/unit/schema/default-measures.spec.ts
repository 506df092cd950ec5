import { describe, expect, it } from '@jest/globals';
import { defaultMeasures } from '../../../lib/schema/default-measures.js';

describe('defaultMeasures', () => {
  it.each([
    ['Site', 'string', { length: 255 }],
    ['Name', 'string', { length: 80 }],
    ['Phone', 'phone', { length: 40 }],
    ['Notes__c', 'textarea', { length: 32_768 }],
    ['Amount', 'currency', { precision: 18, scale: 2 }],
    ['Count', 'int', { digits: 8 }],
    ['IsWon', 'boolean', {}],
  ] as const)('of %s, a %s', (name, type, measures) => {
    expect(defaultMeasures({ name, type })).toEqual(measures);
  });
});
