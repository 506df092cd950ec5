import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, field, id, QueryFixture } from '../query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.define(
    'Sample__c',
    'a01',
    field('Text__c'),
    field('Code__c', 'string', { caseSensitive: true, unique: true, externalId: true }),
    field('Number__c', 'double'),
    field('Count__c', 'int'),
    field('Flag__c', 'boolean'),
    field('Day__c', 'date'),
    field('Moment__c', 'datetime'),
    field('Hour__c', 'time'),
    field('Colours__c', 'multipicklist'),
    field('Parent__c', 'reference', { referenceTo: ['Sample__c'], relationshipName: 'Parent__r' }),
  );
  org.insert(
    'Sample__c',
    {
      Id: id('a01', 1),
      Name: 'one',
      Text__c: 'Äpfel 100%',
      Code__c: 'abc',
      Number__c: 1.5,
      Count__c: 10,
      Flag__c: 1,
      Day__c: '2026-03-18',
      Moment__c: '2026-03-18T09:00:00.000Z',
      Hour__c: '08:30:00.000Z',
      Colours__c: 'Red;Green',
      OwnerId: ADA,
    },
    {
      Id: id('a01', 2),
      Name: 'two',
      Text__c: 'banana_split',
      Code__c: 'ABC',
      Number__c: -3,
      Count__c: 20,
      Day__c: '2026-03-17',
      Moment__c: '2026-03-17T23:59:59.000Z',
      Hour__c: '20:00:00.000Z',
      Colours__c: 'Blue',
      Parent__c: id('a01', 1),
      OwnerId: id('005', 2),
    },
    { Id: id('a01', 3), Name: 'none', Parent__c: id('a01', 2) },
    { Id: id('a01', 4), Name: 'gone', Text__c: 'deleted', Flag__c: 1, IsDeleted: 1 },
  );
});

afterAll(() => org.close());

function found(where: string): unknown[] {
  return org.values(`SELECT Name FROM Sample__c WHERE ${where} ORDER BY Id`);
}

describe('WHERE', () => {
  it.each([
    // Text ignores case, beyond ASCII too, and an empty text is no value.
    ["Text__c = 'äpfel 100%'", ['one']],
    ["text__C = 'ÄPFEL 100%'", ['one']],
    ["Text__c != 'BANANA_SPLIT'", ['one', 'none']],
    ["Text__c <> 'BANANA_SPLIT'", ['one', 'none']],
    ["Text__c = ''", ['none']],
    ['Text__c = null', ['none']],
    ["Text__c != ''", ['one', 'two']],
    ['Text__c != NULL', ['one', 'two']],
    ["Text__c > ''", ['one', 'two']],
    ["Text__c < 'C'", ['two']],
    ["Text__c >= 'Banana_split'", ['one', 'two']],
    // Paging by id begins after nothing; no reference is not after it.
    ["Id > ''", ['one', 'two', 'none']],
    ["Id >= ''", ['one', 'two', 'none']],
    ["Id < ''", []],
    ["Parent__c > ''", ['two', 'none']],
    // Unless the field says that case counts.
    ["Code__c = 'abc'", ['one']],
    ["Code__c IN ('ABC', 'x')", ['two']],
    // Patterns
    ["Text__c LIKE 'B%'", ['two']],
    ["Text__c LIKE '%SPLIT'", ['two']],
    ["Text__c LIKE 'b_nana%'", ['two']],
    ["Text__c LIKE 'äpfel%'", ['one']],
    [String.raw`Text__c LIKE '%100\%'`, ['one']],
    [String.raw`Text__c LIKE 'banana\_%'`, ['two']],
    [String.raw`Text__c LIKE 'b\_nana%'`, []],
    ["NOT Text__c LIKE 'b%'", ['one', 'none']],
    // Numbers
    ['Number__c = 1.50', ['one']],
    ['Number__c > -3', ['one']],
    ['Number__c <= -3.0', ['two']],
    ['Number__c != 1.5', ['two', 'none']],
    ['Number__c = null', ['none']],
    ['Count__c IN (10, 20, 30)', ['one', 'two']],
    ['Count__c NOT IN (10)', ['two', 'none']],
    ['Count__c IN (10, null)', ['one', 'none']],
    ['Count__c NOT IN (10, null)', ['two']],
    // A boolean is never null
    ['Flag__c = true', ['one']],
    ['Flag__c = FALSE', ['two', 'none']],
    ['Flag__c = null', ['two', 'none']],
    ['Flag__c != null', ['one']],
    ['Parent__r.Flag__c = false', ['one', 'none']],
    ['Parent__r.Flag__c = true', ['two']],
    // Dates and times
    ['Day__c = 2026-03-18', ['one']],
    ['Day__c < 2026-03-18', ['two']],
    ['Day__c != 2026-03-18', ['two', 'none']],
    ['Moment__c = 2026-03-18T10:00:00+01:00', ['one']],
    ['Moment__c > 2026-03-17T23:59:59Z', ['one']],
    ['Moment__c >= 2026-03-17T23:59:59.000+0000', ['one', 'two']],
    ['Hour__c < 12:00:00.000Z', ['one']],
    // Named ranges of dates
    ['Day__c = TODAY', ['one']],
    ['Day__c < TODAY', ['two']],
    ['Day__c <= TODAY', ['one', 'two']],
    ['Day__c > YESTERDAY', ['one']],
    ['Day__c >= YESTERDAY', ['one', 'two']],
    ['Day__c != TODAY', ['two', 'none']],
    ['Moment__c = TODAY', ['one']],
    ['Moment__c = YESTERDAY', ['two']],
    ['Moment__c = LAST_N_DAYS:1', ['one', 'two']],
    ['Moment__c > YESTERDAY', ['one']],
    ['Moment__c <= YESTERDAY', ['two']],
    ['Moment__c IN (TODAY, YESTERDAY)', ['one', 'two']],
    ['Day__c NOT IN (TODAY)', ['two', 'none']],
    // Multi-select picklists
    ["Colours__c = 'green;red'", ['one']],
    ["Colours__c = 'red'", []],
    ["Colours__c != 'red;green'", ['two', 'none']],
    ["Colours__c INCLUDES ('red')", ['one']],
    ["Colours__c INCLUDES ('Red;Green', 'Blue')", ['one', 'two']],
    ["Colours__c INCLUDES ('Red;Blue')", []],
    ["Colours__c EXCLUDES ('Blue')", ['one', 'none']],
    ["Colours__c IN ('Blue', 'Green;Red')", ['one', 'two']],
    ['Colours__c = null', ['none']],
    // Ids
    [`Id = '${id('a01', 1)}'`, ['one']],
    ["Id = 'a01000000000001'", ['one']],
    [`Id IN ('a01000000000001', '${id('a01', 3)}')`, ['one', 'none']],
    [`Id > '${id('a01', 2)}'`, ['none']],
    ["Id = ''", []],
    [`Parent__c = '${id('a01', 1)}'`, ['two']],
    [`Parent__c != '${id('a01', 1)}'`, ['one', 'none']],
    ['Parent__c = null', ['one']],
    // Parents: an outer join, so that records without one are found by what is not
    ["Parent__r.Text__c = 'banana_SPLIT'", ['none']],
    ["Parent__r.Name != 'one'", ['one', 'none']],
    ['Parent__r.Name = null', ['one']],
    ["Parent__r.Parent__r.Name = 'one'", ['none']],
    // Logic
    ["(Name = 'one' OR Name = 'two') AND Flag__c = true", ['one']],
    ["NOT (Text__c = 'banana_split')", ['one', 'none']],
    ["NOT (Text__c = 'banana_split' OR Count__c = 10)", ['none']],
    ['NOT (Number__c > 0 AND Count__c > 0)', ['two', 'none']],
    ["NOT (NOT (Text__c = 'banana_split'))", ['two']],
    // Functions
    ['CALENDAR_YEAR(Day__c) = 2026 AND DAY_IN_MONTH(Day__c) = 17', ['two']],
    ['DAY_ONLY(Moment__c) = 2026-03-18', ['one']],
    ['HOUR_IN_DAY(Moment__c) >= 23', ['two']],
  ])('%s finds %j', (where, names) => {
    expect(found(where)).toEqual(names);
  });

  it('compares 15-character ids with regard to case', () => {
    org.insert(
      'Case',
      { Id: '500000000000ABCAA2', Subject: 'upper' },
      { Id: '500000000000abcAAA', Subject: 'lower' },
    );
    expect(org.values("SELECT Subject FROM Case WHERE Id = '500000000000abc'", 'Subject')).toEqual(['lower']);
    expect(org.values("SELECT Subject FROM Case WHERE Id = '500000000000ABC'", 'Subject')).toEqual(['upper']);
  });

  it('takes as many conditions as a query can hold', () => {
    const names = Array.from({ length: 3_000 }, (_, i) => `Name = 'n${i}'`);
    expect(found(`${names.join(' OR ')} OR Name = 'two'`)).toEqual(['two']);
  });

  it('keeps quotes and other characters of values out of the statement', () => {
    expect(found(String.raw`Text__c = 'x\' OR 1=1 --'`)).toEqual([]);
  });

  it('counts relative dates from the clock each time a query runs', () => {
    const soql = 'SELECT Name FROM Sample__c WHERE Day__c = TODAY';
    const today = org.now;
    expect(org.values(soql)).toEqual(['one']);
    org.now = new Date('2026-03-17T00:00:00.000Z');
    expect(org.values(soql)).toEqual(['two']);
    org.now = today;
  });

  it('finds the records of the user who asks in the scope mine', () => {
    expect(org.values('SELECT Name FROM Sample__c USING SCOPE mine')).toEqual(['one']);
    expect(
      org.records('SELECT Name FROM Sample__c USING SCOPE mine', { user: { id: id('005', 2) } }),
    ).toEqual([{ Name: 'two' }]);
    expect(org.values('SELECT Name FROM Sample__c USING SCOPE everything')).toEqual(['one', 'two', 'none']);
  });

  it('sees deleted records only when asked for all rows', () => {
    expect(org.values('SELECT Name FROM Sample__c WHERE IsDeleted = true')).toEqual([]);
    const soql = 'SELECT Name FROM Sample__c WHERE IsDeleted = true';
    expect(org.records(soql, { allRows: true })).toEqual([{ Name: 'gone' }]);
    expect(org.records(`${soql} ALL ROWS`, { allRows: true })).toEqual([{ Name: 'gone' }]);
  });
});
