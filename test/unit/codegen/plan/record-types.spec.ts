import { describe, expect, it } from '@jest/globals';
import { ownRecordTypes } from '../../../../lib/codegen/plan/record-types.js';

describe('ownRecordTypes', () => {
  it('leaves out the one that all have, and what comes a second time', () => {
    const recordTypes = [
      { developerName: 'Business', name: 'Business' },
      { developerName: 'PersonAccount', name: 'Person Account' },
      { developerName: 'PersonAccount', name: 'PersonAccount' },
      { developerName: 'Master', name: 'Master', master: true },
    ];
    expect(ownRecordTypes({ recordTypes }).map(({ name }) => name)).toEqual(['Business', 'Person Account']);
    expect(ownRecordTypes({})).toEqual([]);
  });
});
