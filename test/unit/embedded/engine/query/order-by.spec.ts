import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { id, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.insert('Account', { Id: id('001', 1), Name: 'Parent', Rating: 'Hot' });
  org.insert(
    'Account',
    { Id: id('001', 2), Name: 'beta', NumberOfEmployees: 10, Rating: 'Cold', ParentId: id('001', 1) },
    { Id: id('001', 3), Name: 'Alpha', NumberOfEmployees: 9, CreatedDate: '2026-01-02T00:00:00.000Z' },
    { Id: id('001', 4), Name: 'älter', CreatedDate: '2025-05-01T00:00:00.000Z' },
    { Id: id('001', 5), Name: 'Beta', NumberOfEmployees: 9 },
  );
});

afterAll(() => org.close());

describe('ORDER BY', () => {
  it.each([
    ['Name', ['Alpha', 'beta', 'Beta', 'Parent', 'älter']],
    ['Name DESC', ['älter', 'Parent', 'beta', 'Beta', 'Alpha']],
    ['NumberOfEmployees, Name', ['Parent', 'älter', 'Alpha', 'Beta', 'beta']],
    ['NumberOfEmployees NULLS LAST, Name DESC', ['Beta', 'Alpha', 'beta', 'älter', 'Parent']],
    ['NumberOfEmployees DESC, Id', ['Parent', 'älter', 'beta', 'Alpha', 'Beta']],
    ['NumberOfEmployees DESC NULLS LAST, Id DESC', ['beta', 'Beta', 'Alpha', 'älter', 'Parent']],
    ['CreatedDate DESC NULLS LAST', ['Alpha', 'älter', 'Parent', 'beta', 'Beta']],
    ['Parent.Rating DESC NULLS LAST, Name', ['beta', 'Alpha', 'Beta', 'Parent', 'älter']],
    // The platform ignores NULLS LAST on references.
    ['ParentId NULLS LAST, Id', ['Parent', 'Alpha', 'älter', 'Beta', 'beta']],
    ['CALENDAR_YEAR(CreatedDate) NULLS LAST, Id', ['älter', 'Alpha', 'Parent', 'beta', 'Beta']],
  ])('%s gives %j', (keys, names) => {
    expect(org.values(`SELECT Name FROM Account ORDER BY ${keys}`)).toEqual(names);
  });

  it('leaves what is tied, or not sorted, in the order of the ids', () => {
    expect(org.values('SELECT Name FROM Account')).toEqual(['Parent', 'beta', 'Alpha', 'älter', 'Beta']);
    expect(org.values('SELECT Name FROM Account ORDER BY IsDeleted DESC LIMIT 2 OFFSET 1')).toEqual([
      'beta',
      'Alpha',
    ]);
  });
});
