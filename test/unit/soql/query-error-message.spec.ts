import { describe, expect, it } from '@jest/globals';
import { queryErrorMessage } from '../../../lib/soql/query-error-message.js';

/** Queries, the word that is complained of, and what the server shows of the query, as recorded. */
const RECORDED: readonly (readonly [query: string, word: string, window: string, caret: number])[] = [
  ['select count() from XYZZY', 'XYZZY', 'select count() from XYZZY', 20],
  ['SELECT Id, Name FROM Account__c', 'Account__c', 'SELECT Id, Name FROM Account__c', 21],
  ['SELECT Bacon__c FROM Account LIMIT 2', 'Bacon__c', 'SELECT Bacon__c FROM Account LIMIT 2', 7],
  [
    'SELECT Id,Name,BillingCity,IsDeleted FROM Accout',
    'Accout',
    'Name,BillingCity,IsDeleted FROM Accout',
    32,
  ],
  [
    "SELECT Id, LastModifiedDate, AccountId FROM Contact WHERE (Id = 'somethingNewNotInSF') LIMIT 1",
    'Id =',
    "AccountId FROM Contact WHERE (Id = 'somethingNewNotInSF') LIMIT",
    30,
  ],
  [
    "SELECT Id, Assignable_Interest__c, Assignable_Adoption_Date__c FROM Contact WHERE (Id = 'somethingwonky') LIMIT 1",
    'Id =',
    "Assignable_Adoption_Date__c FROM Contact WHERE (Id = 'somethingwonky') LIMIT 1",
    48,
  ],
  [
    "SELECT Students_Using__c, TermYear__c, Opportunity__c, IndividualAdoption__c FROM OS_Ancillary__c WHERE Name = 'x'",
    'IndividualAdoption__c',
    ' TermYear__c, Opportunity__c, IndividualAdoption__c FROM OS_Ancillary__c',
    30,
  ],
  [
    'FIND {John|jane_gray@uoa.edu} RETURNING Contact',
    'n|',
    'FIND {John|jane_gray@uoa.edu} RETURNING Contact',
    9,
  ],
];

describe('queryErrorMessage', () => {
  it.each(RECORDED)('shows of %s what the server shows', (query, word, window, caret) => {
    const offset = query.indexOf(word);
    expect(queryErrorMessage(query, offset, 'detail')).toBe(
      `\n${window}\n${' '.repeat(caret)}^\nERROR at Row:1:Column:${offset + 1}\ndetail`,
    );
  });

  it('is the whole message, line breaks included', () => {
    expect(queryErrorMessage('select count() from XYZZY', 20, "sObject type 'XYZZY' is not supported.")).toBe(
      "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported.",
    );
  });

  it.each([
    ['SELECT Id\nFROM Foo', 15, 'FROM Foo', 5, 2, 6],
    ['\n\nSELECT', 2, 'SELECT', 0, 3, 1],
    ['\nFROM', 0, '', 0, 1, 1],
    ['', 0, '', 0, 1, 1],
    ['SELECT Id FROM Account WHERE', 28, 'SELECT Id FROM Account WHERE', 28, 1, 29],
    ['a\nbc\nd', 4, 'bc', 2, 2, 3],
  ])('places %j at %d', (query, offset, window, caret, row, column) => {
    expect(queryErrorMessage(query, offset, 'x')).toBe(
      `\n${window}\n${' '.repeat(caret)}^\nERROR at Row:${row}:Column:${column}\nx`,
    );
  });
});
