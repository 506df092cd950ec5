import { describe, expect, it } from '@jest/globals';
import { isPattern, matchesPattern } from '../../../../lib/codegen/selection/name-pattern.js';

describe('matchesPattern', () => {
  it.each([
    ['Account', 'account', true],
    ['Account', 'Acc', false],
    ['Account', 'Acc*', true],
    ['Invoice__c', '*__c', true],
    ['Invoice__c', '*', true],
    ['acme__Line_Item__c', 'acme__*__c', true],
    ['Invoice__c', 'Invoice..c', false],
    ['Invoice', 'Invo(ice)?', false],
  ])('%s by %s: %s', (name, pattern, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected);
  });
});

describe('isPattern', () => {
  it('knows a pattern by its asterisk', () => {
    expect(isPattern('*__c')).toBe(true);
    expect(isPattern('Account')).toBe(false);
  });
});
