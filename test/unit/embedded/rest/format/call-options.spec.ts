import { describe, expect, it } from '@jest/globals';
import {
  autoAssignOf,
  callOptionsOf,
  duplicateRuleOf,
  queryOptionsOf,
  writeOptionsOf,
} from '../../../../../lib/embedded/rest/format/call-options.js';

const call = (header?: string) => ({
  callOptions: {},
  queryOptions: {},
  autoAssign: true,
  duplicateRule: duplicateRuleOf({ 'sforce-duplicate-rule-header': header }),
});

describe('callOptionsOf', () => {
  it('reads the client and the namespace', () => {
    const header = 'client=SampleCaseSensitiveToken/100, defaultNamespace=battle';
    expect(callOptionsOf({ 'sforce-call-options': header })).toEqual({
      client: 'SampleCaseSensitiveToken/100',
      defaultNamespace: 'battle',
    });
  });

  it('has nothing without the header, or where it says something else', () => {
    expect(callOptionsOf({})).toEqual({});
    expect(callOptionsOf({ 'sforce-call-options': 'foo;;=,' })).toEqual({});
  });
});

describe('queryOptionsOf', () => {
  it.each([
    ['batchSize=1000', { batchSize: 1000 }],
    [' BATCHSIZE = 200 ', { batchSize: 200 }],
    ['batchSize=many', {}],
    ['batchSize=-1', {}],
    [undefined, {}],
  ])('reads %j', (header, options) => {
    expect(queryOptionsOf({ 'sforce-query-options': header })).toEqual(options);
  });
});

describe('duplicateRuleOf', () => {
  it.each([
    [undefined, { allowSave: false, includeRecordDetails: false, runAsCurrentUser: false }],
    ['allowSave=true', { allowSave: true, includeRecordDetails: false, runAsCurrentUser: false }],
    [
      'allowSave=false; includeRecordDetails=TRUE; runAsCurrentUser=true',
      { allowSave: false, includeRecordDetails: true, runAsCurrentUser: true },
    ],
  ])('reads %j', (header, options) => {
    expect(duplicateRuleOf({ 'sforce-duplicate-rule-header': header })).toEqual(options);
  });
});

describe('writeOptionsOf', () => {
  it('lets records be saved that a duplicate rule warns of', () => {
    expect(writeOptionsOf(call('allowSave=true'))).toEqual({ allowDuplicates: true });
    expect(writeOptionsOf(call())).toBeUndefined();
  });
});

describe('autoAssignOf', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['TRUE', true],
    ['false', false],
    ['01QD0000000EqAn', '01QD0000000EqAn'],
  ])('reads %j', (header, value) => {
    expect(autoAssignOf({ 'sforce-auto-assign': header })).toBe(value);
  });
});
