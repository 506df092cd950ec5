import { describe, expect, it } from '@jest/globals';
import { dataFileName, failedFileName, readDataFileName } from '../../../../lib/cli/data/data-file.js';

describe('data files', () => {
  it('are named after their objects', () => {
    expect(dataFileName('Invoice__c', 'csv')).toBe('Invoice__c.csv');
    expect(dataFileName('Invoice__c', 'jsonl')).toBe('Invoice__c.jsonl');
    expect(failedFileName('Invoice__c')).toBe('Invoice__c.failed.csv');
  });

  it.each(['../Account', 'a/b', '', 'C:\\x'])('are not named %j, which leads elsewhere', (name) => {
    expect(() => dataFileName(name, 'csv')).toThrow('is no API name of an object');
  });

  it.each<[string, ReturnType<typeof readDataFileName>]>([
    ['Account.csv', { object: 'Account', format: 'csv' }],
    ['Account.CSV', { object: 'Account', format: 'csv' }],
    ['ns__A__c.jsonl', { object: 'ns__A__c', format: 'jsonl' }],
    ['Account.ndjson', { object: 'Account', format: 'jsonl' }],
    ['Account.failed.csv', { object: 'Account', format: 'csv' }],
    ['Account.json', undefined],
    ['manifest.json', undefined],
    ['Account.old.csv', undefined],
    ['my accounts.csv', undefined],
  ])('tells of %s what it holds', (file, held) => {
    expect(readDataFileName(file)).toEqual(held);
  });
});
