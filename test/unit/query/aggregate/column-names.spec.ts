import { describe, expect, it } from '@jest/globals';
import { ColumnNames } from '../../../../lib/query/aggregate/column-names.js';
import { metadataOf, Opportunity } from '../query-entities.js';

describe('ColumnNames', () => {
  it.each([
    ['total', 'total'],
    ['byOwner', 'byOwner'],
    ['a_1', 'a_1'],
    ['amount', 'column1'],
    ['SITE__C', 'column1'],
    ['group', 'column1'],
    ['Limit', 'column1'],
    ['größe', 'column1'],
    ['$n', 'column1'],
    ['1st', 'column1'],
    ['a__b', 'column1'],
    ['a_', 'column1'],
    ['', 'column1'],
  ])('gives for %p %p', (wish, name) => {
    expect(new ColumnNames(metadataOf(Opportunity)).claim(wish)).toBe(name);
  });

  it('gives no name twice, in any case', () => {
    const names = new ColumnNames(metadataOf(Opportunity));
    const claimed = ['total', 'Total', 'group', 'column2', 'where'].map((wish) => names.claim(wish));
    expect(claimed).toEqual(['total', 'column1', 'column2', 'column3', 'column4']);
  });
});
