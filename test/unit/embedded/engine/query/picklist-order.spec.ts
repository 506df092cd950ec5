import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { field, id, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  const picklistValues = ['Small', 'Medium', 'Large'].map((value) => ({ value, label: value }));
  org.define('Shirt__c', 'a08', field('Size__c', 'picklist', { picklistValues }));
  org.insert(
    'Shirt__c',
    ...['Large', null, 'Small', 'Zero', 'Medium', 'Extra'].map((Size__c, index) => ({
      Id: id('a08', index),
      Name: 'Shirt',
      Size__c,
    })),
  );
});

afterAll(() => org.close());

describe('values of a picklist', () => {
  it.each([
    ['', [null, 'Small', 'Medium', 'Large', 'Extra', 'Zero']],
    ['DESC', [null, 'Zero', 'Extra', 'Large', 'Medium', 'Small']],
    ['NULLS LAST', ['Small', 'Medium', 'Large', 'Extra', 'Zero', null]],
  ])('are sorted in the order of the list, those it does not have behind it: %s', (direction, sizes) => {
    expect(org.values(`SELECT Size__c FROM Shirt__c ORDER BY Size__c ${direction}`, 'Size__c')).toEqual(
      sizes,
    );
  });

  it('are sorted so in groups too', () => {
    expect(org.values('SELECT Size__c FROM Shirt__c GROUP BY Size__c ORDER BY Size__c', 'Size__c')).toEqual([
      null,
      'Small',
      'Medium',
      'Large',
      'Extra',
      'Zero',
    ]);
  });

  it('have the first and the last one of the list as their least and greatest', () => {
    expect(
      org.records(
        "SELECT MIN(Size__c) least, MAX(Size__c) most FROM Shirt__c WHERE Size__c NOT IN ('Zero', 'Extra')",
      ),
    ).toEqual([{ least: 'Small', most: 'Large' }]);
    expect(org.records("SELECT MIN(Size__c) least FROM Shirt__c WHERE Name = 'none'")).toEqual([
      { least: null },
    ]);
  });
});
