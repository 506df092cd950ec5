import { describe, expect, it } from '@jest/globals';
import { matcherOf } from '../../../../lib/cli/data/name-matcher.js';

describe('matcherOf', () => {
  it.each<[string[], string, boolean]>([
    [['Account'], 'Account', true],
    [['account'], 'Account', true],
    [['Account'], 'AccountTeamMember', false],
    [['Account*'], 'AccountTeamMember', true],
    [['*__c'], 'Invoice__c', true],
    [['*__c'], 'Invoice__mdt', false],
    [['A.c*'], 'Abc', false],
    [['Lead', 'C*'], 'Case', true],
    [[], 'Case', false],
  ])('%j: %s is %s', (patterns, name, expected) => {
    expect(matcherOf(patterns)(name)).toBe(expected);
  });
});
