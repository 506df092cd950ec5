import { describe, expect, it } from '@jest/globals';
import { isDataObject } from '../../../../lib/cli/data/data-object.js';
import { customObject } from '../../../support/record-engine.js';

describe('isDataObject', () => {
  it.each([
    ['Account', {}, true],
    ['ApexLog', { createable: false }, false],
    ['Vote', { queryable: false }, false],
    ['AccountHistory', { associateEntityType: 'History' }, false],
    ['User', {}, false],
    ['RecordType', {}, false],
  ])('%s %j: %s', (name, more, expected) => {
    expect(isDataObject({ ...customObject(name, []), ...more })).toBe(expected);
  });
});
