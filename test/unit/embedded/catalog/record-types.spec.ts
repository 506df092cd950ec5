import { describe, expect, it } from '@jest/globals';
import {
  defaultRecordType,
  describedRecordTypes,
  MASTER_RECORD_TYPE,
  ownRecordTypes,
} from '../../../../lib/embedded/catalog/record-types.js';
import type { RecordTypeDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { customObject } from '../../../support/record-engine.js';

const RACER = { developerName: 'Racer', name: 'Racing Boat', isDefault: true };
const FERRY = { developerName: 'Ferry', name: 'Ferry' };
const MASTER = {
  developerName: 'Master',
  name: 'Master',
  recordTypeId: '012000000000000AAA',
  master: true,
};

const boat = (recordTypes?: readonly RecordTypeDefinition[], traits: readonly string[] = ['layoutable']) => ({
  ...customObject('Boat__c', []),
  traits,
  ...(recordTypes && { recordTypes }),
});

describe('the record types of an object', () => {
  it('are the master alone where it has none of its own', () => {
    expect(ownRecordTypes(boat())).toEqual([]);
    expect(defaultRecordType(boat())).toBeUndefined();
    expect(describedRecordTypes(boat())).toEqual([{ ...MASTER, isDefault: true }]);
    expect(MASTER_RECORD_TYPE).toEqual({ ...MASTER, isDefault: true });
  });

  it('are none where nobody lays it out', () => {
    expect(describedRecordTypes(boat(undefined, []))).toEqual([]);
    expect(describedRecordTypes(boat([]))).toEqual([]);
  });

  it('are its own, and then the master, which is the default where no other is', () => {
    expect(ownRecordTypes(boat([RACER, FERRY]))).toEqual([RACER, FERRY]);
    expect(defaultRecordType(boat([FERRY, RACER]))).toEqual(RACER);
    expect(describedRecordTypes(boat([RACER]))).toEqual([RACER, { ...MASTER, isDefault: false }]);
    expect(describedRecordTypes(boat([FERRY]))).toEqual([FERRY, { ...MASTER, isDefault: true }]);
  });

  it('are as an org has described them', () => {
    expect(describedRecordTypes(boat([RACER, MASTER]))).toEqual([RACER, MASTER]);
  });
});
