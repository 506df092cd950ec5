import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { escapeLike } from '../../../lib/soql/soql-string.js';
import { soql } from '../../../lib/soql/soql-tag.js';
import { SoqlText } from '../../../lib/soql/soql-text.js';

describe('soql', () => {
  it('gives the text with values as literals', () => {
    const since = new Date('2026-01-31T10:00:00Z');
    const text = soql`SELECT Id FROM Account WHERE Name = ${"O'Hara"} AND AnnualRevenue > ${1e6} AND IsDeleted = ${false} AND CreatedDate > ${since} AND ParentId = ${null}`;
    expect(text).toBeInstanceOf(SoqlText);
    expect(String(text)).toBe(
      "SELECT Id FROM Account WHERE Name = 'O\\'Hara' AND AnnualRevenue > 1000000 AND IsDeleted = FALSE AND CreatedDate > 2026-01-31T10:00:00.000Z AND ParentId = null",
    );
  });

  it('makes a list of an array', () => {
    expect(String(soql`SELECT Id FROM Account WHERE Name IN ${['a', "b'c", 'd']}`)).toBe(
      "SELECT Id FROM Account WHERE Name IN ('a', 'b\\'c', 'd')",
    );
  });

  it('takes numbers where the language takes bare ones', () => {
    expect(String(soql`SELECT Id FROM A WHERE B = LAST_N_DAYS:${7} LIMIT ${10} OFFSET ${0}`)).toBe(
      'SELECT Id FROM A WHERE B = LAST_N_DAYS:7 LIMIT 10 OFFSET 0',
    );
  });

  it('composes', () => {
    const active = soql`IsActive__c = ${true}`;
    const where = [active, soql`Name LIKE ${'A%'}`].reduce((all, one) => soql`${all} AND ${one}`);
    expect(String(soql`SELECT Id FROM Account WHERE ${where} ${soql``}`)).toBe(
      "SELECT Id FROM Account WHERE IsActive__c = TRUE AND Name LIKE 'A%' ",
    );
  });

  it('leaves the text of the template as it is written, backslashes included', () => {
    expect(String(soql`SELECT Id FROM A WHERE B = 'it\'s' AND C LIKE '50\%' AND D = ${1}`)).toBe(
      "SELECT Id FROM A WHERE B = 'it\\'s' AND C LIKE '50\\%' AND D = 1",
    );
  });

  it('keeps the escapes of a pattern after LIKE, and only there', () => {
    const pattern = `${escapeLike('50%_\\')}%`;
    expect(String(soql`A LIKE ${pattern} AND B = ${'50\\%'}`)).toBe(
      "A LIKE '50\\%\\_\\\\%' AND B = '50\\\\%'",
    );
  });

  it.each([
    [undefined],
    [Number.NaN],
    [new Date(Number.NaN)],
    [{}],
    [new Set(['a'])],
    [Symbol('x')],
    [() => 'x'],
  ])('refuses %p', (value) => {
    expect(() => soql`SELECT Id FROM A WHERE B = ${value}`).toThrow(InvalidQueryException);
  });

  it('refuses what looks like a fragment and was not made by the tag', () => {
    const forged = { toString: () => "'' OR Id != null", __proto__: { constructor: SoqlText } };
    expect(() => soql`SELECT Id FROM A WHERE B = ${forged}`).toThrow(InvalidQueryException);
  });

  it('refuses an empty array and says why', () => {
    expect(() => soql`SELECT Id FROM A WHERE B IN ${[]}`).toThrow(
      'An empty array was given to a soql template. SOQL has no empty list: make no query when there is nothing to look for.',
    );
  });

  it.each([[[['a']]], [[undefined]], [['a', {}]]])('refuses %j in a list', (values) => {
    expect(() => soql`SELECT Id FROM A WHERE B IN ${values}`).toThrow(InvalidQueryException);
  });

  it('refuses a value within quotes, where it would end the text', () => {
    expect(() => soql`SELECT Id FROM A WHERE B LIKE '%${'x'}%'`).toThrow(/stands within quotes/);
    expect(() => soql`SELECT Id FROM A WHERE B = 'it\'s ${'x'}'`).toThrow(/stands within quotes/);
    expect(() => soql`SELECT Id FROM A WHERE B = ${'x'} AND C = '${'y'}'`).toThrow(/stands within quotes/);
  });

  it('refuses a fragment with an open quote', () => {
    expect(() => soql`B = 'x`).toThrow('A soql template has a quote that is not closed.');
  });
});

describe('soql.identifier', () => {
  it.each(['Account', 'acme__Tier__c', 'Owner.Profile.Name', 'A1_b'])('takes %s', (name) => {
    expect(String(soql`SELECT ${soql.identifier(name)} FROM A`)).toBe(`SELECT ${name} FROM A`);
  });

  it.each(['', 'a b', 'a,b', "a'b", 'a.', '.a', 'a..b', '1a', '_a', 'a-b', 'a\n', 'Account)', 'é'])(
    'refuses %j',
    (name) => {
      expect(() => soql.identifier(name)).toThrow(InvalidQueryException);
    },
  );

  it('refuses what is no text', () => {
    expect(() => soql.identifier(['Id'] as unknown as string)).toThrow(InvalidQueryException);
  });
});

describe('soql.date and soql.time', () => {
  it('write their texts without quotes', () => {
    expect(
      String(soql`CloseDate > ${soql.date('2026-01-31')} AND T__c < ${soql.time('09:30:00.000Z')}`),
    ).toBe('CloseDate > 2026-01-31 AND T__c < 09:30:00.000Z');
  });

  it.each(['2026-02-30', 'TODAY', '2026-01-31 OR Id != null', ''])('refuse %j', (text) => {
    expect(() => soql.date(text)).toThrow(InvalidQueryException);
    expect(() => soql.time(text)).toThrow(InvalidQueryException);
  });
});
