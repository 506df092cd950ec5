import { describe, expect, it } from '@jest/globals';
import { searchResult, searchResultsByObject } from '../../../../../lib/cli/query/result/search-result.js';

const FOUND = [
  { attributes: { type: 'Account' }, Name: 'Acme' },
  { attributes: { type: 'Contact' }, Id: '003', Email: 'a@acme.com' },
  { attributes: { type: 'Account' }, Name: 'Acme 2' },
];

describe('search result', () => {
  it('is one list that tells the objects', () => {
    const { columns } = searchResult(FOUND);
    expect(columns.map(({ title }) => title)).toEqual(['type', 'Name', 'Id', 'Email']);
    expect(FOUND.map((record) => columns.map((column) => column.value(record)))).toEqual([
      ['Account', 'Acme', null, null],
      ['Contact', null, '003', 'a@acme.com'],
      ['Account', 'Acme 2', null, null],
    ]);
  });

  it('is a list an object', () => {
    const results = searchResultsByObject(FOUND);
    expect(results.map(({ title, columns }) => [title, columns.map((column) => column.title)])).toEqual([
      ['Account', ['Name']],
      ['Contact', ['Id', 'Email']],
    ]);
  });
});
