import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';

/** Mistakes with the whole message, line by line, in the form that recorded answers have. */
const PICTURED: readonly (readonly [mistake: string, query: string, ...lines: readonly string[]])[] = [
  [
    'a condition that is missing',
    'SELECT Id FROM Account WHERE',
    'SELECT Id FROM Account WHERE',
    '                            ^',
    'ERROR at Row:1:Column:29',
    "unexpected token: '<EOF>'",
  ],
  [
    'a comma too many',
    'SELECT Id, Name, LastModifiedById, LastModifiedDate, From Account ',
    'LastModifiedById, LastModifiedDate, From Account ',
    '                                   ^',
    'ERROR at Row:1:Column:53',
    "unexpected token: 'From'",
  ],
  [
    'a quoted text within quotes',
    "SELECT Id, Name FROM Voyage__c WHERE (Id != null) AND (State__c != 'Moored') AND (Harbour__r.Id = ''a0B5g000001AbCdEFG'') LIMIT 100",
    "'Moored') AND (Harbour__r.Id = ''a0B5g000001AbCdEFG'') LIMIT 100",
    '                                ^',
    'ERROR at Row:1:Column:100',
    "unexpected token: 'a0B5g000001AbCdEFG'",
  ],
  [
    'a reserved word for an alias',
    'SELECT COUNT(Id) limit FROM Account',
    'SELECT COUNT(Id) limit FROM Account',
    '                ^',
    'ERROR at Row:1:Column:17',
    "unexpected token: 'limit'",
  ],
  [
    'a limit that is no number',
    'SELECT Id FROM Account LIMIT ten',
    'SELECT Id FROM Account LIMIT ten',
    '                            ^',
    'ERROR at Row:1:Column:29',
    "unexpected token: 'ten'",
  ],
  [
    'clauses out of order',
    "SELECT Id FROM Account LIMIT 5 WHERE Name = 'x'",
    "SELECT Id FROM Account LIMIT 5 WHERE Name = 'x'",
    '                              ^',
    'ERROR at Row:1:Column:31',
    "unexpected token: 'WHERE'",
  ],
  [
    'an operator of another language',
    "SELECT Id FROM Account WHERE Name == 'x'",
    "SELECT Id FROM Account WHERE Name == 'x'",
    '                                  ^',
    'ERROR at Row:1:Column:35',
    "unexpected token: '='",
  ],
  [
    'a parenthesis that is not closed',
    "SELECT Id FROM Account WHERE (Name = 'x' OR Name = 'y'",
    "WHERE (Name = 'x' OR Name = 'y'",
    '                               ^',
    'ERROR at Row:1:Column:55',
    "unexpected token: '<EOF>'",
  ],
  [
    'a function that does not exist',
    'SELECT LENGTH(Name) FROM Account',
    'SELECT LENGTH(Name) FROM Account',
    '            ^',
    'ERROR at Row:1:Column:13',
    "unexpected token: '('",
  ],
  [
    'a mistake in the first word',
    'SELEKT Id FROM Account',
    'SELEKT Id FROM Account',
    '^',
    'ERROR at Row:1:Column:1',
    "unexpected token: 'SELEKT'",
  ],
  [
    'a mistake in the first word of a line',
    "SELECT Id\nFROM Account\nLIMIT 5\nWHERE Name = 'x'",
    "WHERE Name = 'x'",
    '^',
    'ERROR at Row:4:Column:1',
    "unexpected token: 'WHERE'",
  ],
  [
    'a text without quotes',
    'SELECT Id FROM Account WHERE Name = Acme',
    'SELECT Id FROM Account WHERE Name = Acme',
    '                                   ^',
    'ERROR at Row:1:Column:36',
    'Bind variables only allowed in Apex code',
  ],
  [
    'a variable',
    'SELECT Id FROM Account WHERE ParentId IN :ids',
    'FROM Account WHERE ParentId IN :ids',
    '                              ^',
    'ERROR at Row:1:Column:41',
    'Bind variables only allowed in Apex code',
  ],
];

/** Mistakes with the detail of the message, as the release notes of Summer '24 give it for the server's parser of today. */
const DETAILED: readonly (readonly [query: string, detail: string])[] = [
  ['SELECT Id FROM Account USING everything', "unexpected token: 'everything'"],
  ['SELECT ParentId FROM Account WHERE ParentId IN ()', "unexpected token: 'ParentId IN ()'"],
  [
    'SELECT ParentId FROM Account WHERE Owner.Name  NOT  IN ( )',
    "unexpected token: 'Owner.Name  NOT  IN ( )'",
  ],
  ['SELECT FROM Account', "unexpected token: 'SELECT FROM'"],
  ['SELECT Id, (select  from Contacts) FROM Account', "unexpected token: 'select  from'"],
  ['SELECT Id from $case WHERE IsDeleted = false', "line 1:15 unexpected token: '$'"],
  ['SELECT Id\nFROM Account WHERE Name = "x"', "line 2:26 unexpected token: '\"'"],
  [
    "SELECT Id FROM Account WHERE (A = 1 AND B != 2) OR (A = 3 AND B = '4') AND ParentId = 'x'",
    "unexpected token: 'AND'",
  ],
  ["SELECT Id FROM Account WHERE Name LIKE NULL AND Name LIKE '%a%'", "unexpected token: 'NULL'"],
  ['SELECT Id FROM Account WHERE Name LIKE 5', "unexpected token: '5'"],
  [
    'SELECT convertCurrency(calendar_year(convertTimezone(LastModifiedDate))) FROM Account',
    "unexpected token: '('",
  ],
  [
    'SELECT Id FROM Account WHERE SystemModstamp > 2020-12-12t12:12:00-25:00',
    'Invalid datetime: 2020-12-12t12:12:00-25:00',
  ],
  [
    'SELECT Id FROM Account WHERE SystemModstamp > 2020-52-12T12:12:00-05:00',
    'Invalid datetime: 2020-52-12T12:12:00-05:00',
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01T25:00:00Z',
    'Invalid datetime: 2026-01-01T25:00:00Z',
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01T24:00:00Z',
    'Invalid datetime: 2026-01-01T24:00:00Z',
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate > 2026-02-30T10:00:00Z',
    'Invalid datetime: 2026-02-30T10:00:00Z',
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01T10:00:00+99:99',
    'Invalid datetime: 2026-01-01T10:00:00+99:99',
  ],
  ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30', 'Invalid date: 2026-02-30'],
  ['SELECT Id FROM Account; DELETE', "line 1:22 unexpected token: ';'"],
  ['SELECT Größe FROM Account', "line 1:9 unexpected token: 'ö'"],
  ['SELECT 🚀 FROM Account', "line 1:7 unexpected token: '🚀'"],
  ['SELECT _Id FROM Account', "line 1:7 unexpected token: '_'"],
  ['SELECT * FROM Account', "unexpected token: '*'"],
];

function messageOf(query: string): string {
  try {
    parseSoql(query);
  } catch (error) {
    if (error instanceof MalformedQueryException) return error.message;
    throw error;
  }
  return 'no message: the query was read';
}

describe('the message of a query that cannot be read', () => {
  it.each(PICTURED)('shows the place: %s', (_, query, ...lines) => {
    expect(messageOf(query)).toBe(['', ...lines].join('\n'));
  });

  it.each(DETAILED)('says what is wrong with %j', (query, detail) => {
    const [window = '', caret = '', place = '', ...rest] = messageOf(query).split('\n').slice(1);
    expect(rest).toEqual([detail]);
    expect([query.split('\n').some((line) => line.includes(window)), caret.trim()]).toEqual([true, '^']);
    expect(place).toMatch(/^ERROR at Row:\d+:Column:\d+$/);
  });
});
