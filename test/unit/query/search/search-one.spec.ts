import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { compileSearchOne } from '../../../../lib/query/search/search-one.js';
import { sosl } from '../../../../lib/soql/sosl/sosl-tag.js';
import { Account, metadataOf, User } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

const account = metadataOf(Account);

function sent(term: unknown, options: object = {}): string | undefined {
  return compileSearchOne(account, term, { select: { name: true }, ...options }).sosl;
}

describe('compileSearchOne', () => {
  it.each([
    ['Acme', {}, 'FIND {Acme} RETURNING Account(Id, Name)'],
    ['rock & (roll)', {}, 'FIND {rock \\& \\(roll\\)} RETURNING Account(Id, Name)'],
    ['Acme and Co', { match: 'words' }, 'FIND {Acme "and" Co} RETURNING Account(Id, Name)'],
    ['Acme Co', { match: 'prefix' }, 'FIND {Acme Co*} RETURNING Account(Id, Name)'],
    ['New York', { match: 'phrase' }, 'FIND {"New York"} RETURNING Account(Id, Name)'],
    [sosl.term`${'Acme'}* OR Globex`, {}, 'FIND {Acme* OR Globex} RETURNING Account(Id, Name)'],
    ['Acme', { in: 'name' }, 'FIND {Acme} IN NAME FIELDS RETURNING Account(Id, Name)'],
    ['Acme', { in: 'sidebar' }, 'FIND {Acme} IN SIDEBAR FIELDS RETURNING Account(Id, Name)'],
    [
      'Acme',
      { where: { industry: 'Energy' }, orderBy: { name: 'desc' }, take: 10, skip: 20 },
      "FIND {Acme} RETURNING Account(Id, Name WHERE Industry = 'Energy' ORDER BY Name DESC LIMIT 10 OFFSET 20)",
    ],
    ['Acme', { skip: 0, take: 2000 }, 'FIND {Acme} RETURNING Account(Id, Name LIMIT 2000)'],
    [
      'Acme',
      { select: { owner: { email: true } } },
      'FIND {Acme} RETURNING Account(Id, Owner.Id, Owner.Email)',
    ],
    ['Acme', { listView: 'MyAccounts' }, 'FIND {Acme} RETURNING Account(Id, Name USING ListView=MyAccounts)'],
    [
      'Acme',
      { division: "Peter's", spellCorrection: false },
      "FIND {Acme} RETURNING Account(Id, Name) WITH DIVISION = 'Peter\\'s' WITH SPELL_CORRECTION = false",
    ],
    [
      'Acme',
      { networks: ['0DB000000000001'], priceBooks: ['01s000000000001', '01s000000000002'] },
      "FIND {Acme} RETURNING Account(Id, Name) WITH NETWORK = '0DB000000000001' WITH PricebookId IN ('01s000000000001', '01s000000000002')",
    ],
    [
      'Acme',
      { dataCategories: { Coast__c: { above: 'north__c' } } },
      'FIND {Acme} RETURNING Account(Id, Name) WITH DATA CATEGORY Coast__c ABOVE north__c',
    ],
  ])('asks for %s with %j', (term, options, search) => {
    expect(sent(term, options)).toBe(search);
  });

  it('reads all scalar fields without a selection', () => {
    expect(compileSearchOne(metadataOf(User), 'Acme', {}).sosl).toBe(
      'FIND {Acme} RETURNING User(Id, Name, Email, IsActive, ManagerId)',
    );
  });

  it.each([[{ take: 0 }], [{ where: { name: { in: [] } } }]])(
    'asks nothing when nothing can be found: %j',
    (options) => {
      expect(sent('Acme', options)).toBeUndefined();
    },
  );

  it('makes entities of the records', () => {
    const { read } = compileSearchOne<Account>(account, 'Acme', {
      select: { name: true, owner: { email: true } },
    });
    const [found] = read(
      [
        {
          attributes: { type: 'Account' },
          Id: '001000000000001AAA',
          Name: 'Acme',
          Owner: { attributes: { type: 'User' }, Id: '005000000000001AAA', Email: 'a@example.com' },
        },
      ],
      NO_CONTENT,
    );
    expect(found).toBeInstanceOf(Account);
    expect(found?.label()).toBe('Account Acme');
    expect(found?.owner).toBeInstanceOf(User);
    expect(Object.keys(found ?? {})).toEqual(['id', 'name', 'owner']);
  });

  it.each<[unknown, object, RegExp]>([
    ['', {}, /A search of Account: the text to search for has no words/],
    [' \n', {}, /has no words/],
    ['a', {}, /two characters or more/],
    [sosl.term`a*`, {}, /two characters or more/],
    [sosl.term`*?`, {}, /two characters or more/],
    [undefined, {}, /takes a text or a sosl\.term/],
    [42, {}, /takes a text or a sosl\.term/],
    [sosl`FIND {Acme}`, {}, /takes a text or a sosl\.term/],
    ['x'.repeat(10_001), {}, /10001 characters long/],
    [sosl.term`${'x'.repeat(4_000)} OR y`, {}, /4005 characters long/],
    [sosl.term`Acme`, { match: 'prefix' }, /Leave match out/],
    ['Acme', { match: 'regex' }, /match is one of words, prefix, phrase/],
    ['Acme', { match: 'toString' }, /match is one of/],
    ['Acme', { in: 'fax' }, /in is one of all, name, email, phone, sidebar/],
    ['Acme', { take: 2001 }, /2000 records at most/],
    ['Acme', { take: -1 }, /take is a whole number/],
    ['Acme', { skip: 2001 }, /from 0 to 2000/],
    ['Acme', { select: { nmae: true } }, /Account\.nmae is not mapped/],
    ['Acme', { where: { Name: 'x' } }, /use the property 'name'/],
    ['Acme', { orderBy: { nmae: 'asc' } }, /Account\.nmae is not mapped/],
    ['Acme', { select: { contacts: true } }, /reads no child records/],
    [
      'Acme',
      { select: { parent: { parent: { parent: { parent: { parent: { parent: { name: true } } } } } } } },
      /more than 5 parents away/,
    ],
    ['Acme', { listView: 'a b' }, /listView is the API name/],
    ['Acme', { division: '' }, /division is a text/],
    ['Acme', { networks: [] }, /networks are ids/],
    ['Acme', { priceBooks: ["x' OR"] }, /priceBooks are ids/],
    ['Acme', { spellCorrection: 'no' }, /spellCorrection is true or false/],
    ['Acme', { allRows: true }, /takes no 'allRows'/],
  ])('refuses %p with %j', (term, options, message) => {
    expect(() => sent(term, options)).toThrow(InvalidQueryException);
    expect(() => sent(term, options)).toThrow(message);
  });

  it('takes a text of 10,000 characters without operators', () => {
    expect(sent('x'.repeat(10_000))).toHaveLength(10_000 + 'FIND {} RETURNING Account(Id, Name)'.length);
  });
});
