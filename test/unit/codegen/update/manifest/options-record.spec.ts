import { describe, expect, it } from '@jest/globals';
import type { InspectOptions } from '../../../../../lib/codegen/inspect-options.interface.js';
import {
  optionsOf,
  recordOptions,
  type OptionsRecord,
} from '../../../../../lib/codegen/update/manifest/options-record.js';

const OPTIONS: InspectOptions = {
  include: ['Account', 'Boat*__c'],
  exclude: [],
  fields: { '*': { exclude: ['*__pc'] }, Account: { include: ['Name', 'Billing*'] } },
  validators: true,
};

const RECORD: OptionsRecord = {
  include: 'Account Boat*__c',
  exclude: '',
  fields: { '*': { exclude: '*__pc' }, Account: { include: 'Name Billing*' } },
  validators: true,
};

describe('recordOptions', () => {
  it('writes lists as words in one text, which formatters leave alone', () => {
    expect(recordOptions(OPTIONS)).toEqual(RECORD);
  });

  it('leaves out what is not said', () => {
    expect(recordOptions({})).toEqual({});
  });
});

describe('optionsOf', () => {
  it('reads them', () => {
    expect(optionsOf(RECORD)).toEqual(OPTIONS);
    expect(optionsOf({})).toEqual({});
  });

  it('refuses a list that is none', () => {
    const record = { include: ['Account'] } as unknown as OptionsRecord;
    expect(() => optionsOf(record)).toThrow('a list of its options is no text.');
  });
});
