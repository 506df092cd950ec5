import { describe, expect, it } from '@jest/globals';
import { systemFieldDefaults } from '../../../lib/metadata/system-fields.js';

describe('systemFieldDefaults', () => {
  it.each([
    ['CreatedDate', 'datetime'],
    ['CreatedById', 'reference'],
    ['LastModifiedDate', 'datetime'],
    ['LastModifiedById', 'reference'],
    ['SystemModstamp', 'datetime'],
    ['IsDeleted', 'boolean'],
  ])('has the org set %s, a %s', (apiName, type) => {
    expect(systemFieldDefaults(apiName)).toEqual({
      type,
      readOnly: true,
      nillable: false,
      defaultedOnCreate: true,
    });
  });

  it.each(['LastActivityDate', 'LastViewedDate', 'LastReferencedDate', 'MasterRecordId'])(
    'has %s read-only and empty at times',
    (apiName) => {
      expect(systemFieldDefaults(apiName)).toMatchObject({ readOnly: true });
      expect(systemFieldDefaults(apiName)).not.toHaveProperty('nillable');
    },
  );

  it('has OwnerId filled in by the org, yet writable', () => {
    expect(systemFieldDefaults('OwnerId')).toEqual({
      type: 'reference',
      nillable: false,
      defaultedOnCreate: true,
    });
  });

  it('ignores case', () => {
    expect(systemFieldDefaults('systemMODSTAMP')).toHaveProperty('type', 'datetime');
  });

  it('says nothing of other fields', () => {
    expect(systemFieldDefaults('Name')).toEqual({});
  });
});
