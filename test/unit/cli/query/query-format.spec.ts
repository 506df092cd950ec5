import { describe, expect, it } from '@jest/globals';
import { formatOfFile, isQueryFormat } from '../../../../lib/cli/query/query-format.js';

describe('query format', () => {
  it.each([
    ['out.csv', 'csv'],
    ['/a.b/OUT.CSV', 'csv'],
    ['records.json', 'json'],
    ['records.jsonl', 'jsonl'],
    ['records.ndjson', 'jsonl'],
    ['records.txt', undefined],
    ['records', undefined],
    ['a.constructor', undefined],
  ])('of %s is %s', (path, format) => {
    expect(formatOfFile(path)).toBe(format);
  });

  it('is one of those there are', () => {
    expect(isQueryFormat('jsonl')).toBe(true);
    expect(isQueryFormat('xml')).toBe(false);
  });
});
