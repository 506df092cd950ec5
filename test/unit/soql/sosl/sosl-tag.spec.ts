import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import { soql } from '../../../../lib/soql/soql-tag.js';
import { parseSosl } from '../../../../lib/soql/sosl/parser/sosl-parser.js';
import { SearchTerm } from '../../../../lib/soql/sosl/search-term.js';
import { searchForText } from '../../../../lib/soql/sosl/search-text.js';
import { sosl } from '../../../../lib/soql/sosl/sosl-tag.js';
import { SoslText } from '../../../../lib/soql/sosl/sosl-text.js';

describe('sosl', () => {
  it('binds words in the braces and literals elsewhere', () => {
    const text = sosl`FIND {${'Acme & Sons'}} IN NAME FIELDS RETURNING Account(Name WHERE Industry = ${"it's"} AND CreatedDate > ${new Date(0)}), Contact LIMIT ${20}`;
    expect(text).toBeInstanceOf(SoslText);
    expect(String(text)).toBe(
      "FIND {Acme \\& Sons} IN NAME FIELDS RETURNING Account(Name WHERE Industry = 'it\\'s' AND CreatedDate > 1970-01-01T00:00:00.000Z), Contact LIMIT 20",
    );
  });

  it('keeps several words together as one operand', () => {
    expect(String(sosl`FIND {${'Acme Corp'} AND NOT ${'New York'}}`)).toBe(
      'FIND {(Acme Corp) AND NOT (New York)}',
    );
    expect(String(sosl`FIND { ${'Acme Corp'} }`)).toBe('FIND { Acme Corp }');
  });

  it('puts a wildcard of the template to the last word', () => {
    expect(String(sosl`FIND {${'Acme Co'}*}`)).toBe('FIND {Acme Co*}');
    expect(String(sosl`FIND {${'Acme Co'}* OR ${'and'}*}`)).toBe('FIND {(Acme Co*) OR and*}');
    expect(String(sosl`FIND {${'50*'}*}`)).toBe('FIND {50\\**}');
  });

  it('binds the words of a phrase', () => {
    expect(String(sosl`FIND {"${'say "and" {now}'}" OR ${415}}`)).toBe(
      'FIND {"say \\"and\\" \\{now\\}" OR 415}',
    );
  });

  it('composes', () => {
    const term = sosl.term`${'Acme'}* OR "${'New York'}"`;
    const accounts = sosl`Account(Id WHERE ${soql`Industry IN ${['Energy', 'Banking']}`})`;
    expect(String(sosl`FIND {${term}} RETURNING ${accounts}`)).toBe(
      `FIND {Acme* OR "New York"} RETURNING Account(Id WHERE Industry IN ('Energy', 'Banking'))`,
    );
    expect(String(sosl`FIND {${term} AND Ltd}`)).toBe('FIND {(Acme* OR "New York") AND Ltd}');
  });

  it('keeps values side by side apart in meaning', () => {
    const either = sosl.term`aa OR bb`;
    expect(String(sosl`FIND {${either}${either}}`)).toBe('FIND {(aa OR bb)(aa OR bb)}');
    expect(String(sosl.term`${either} ${'x y'}`)).toBe('(aa OR bb) (x y)');
    expect(String(sosl`FIND {${'a{'} ${either}}`)).toBe('FIND {a\\{ (aa OR bb)}');
  });

  it('leaves escapes of the template as they are', () => {
    expect(String(sosl`FIND {50\* \{${'x y'}\}} RETURNING Account(Id WHERE Name = 'it\'s')`)).toBe(
      "FIND {50\\* \\{(x y)\\}} RETURNING Account(Id WHERE Name = 'it\\'s')",
    );
  });

  it.each([[''], ['  '], [undefined], [null], [true], [['a', 'b']], [new Date(0)], [Number.NaN], [{}]])(
    'refuses to search for %p',
    (value) => {
      expect(() => sosl`FIND {${value}}`).toThrow(InvalidQueryException);
      expect(() => sosl`FIND {"${value}"}`).toThrow(InvalidQueryException);
      expect(() => sosl.term`${value}`).toThrow(InvalidQueryException);
    },
  );

  it('refuses values that SOQL has no form for, values within quotes and what is not closed', () => {
    expect(() => sosl`FIND {ab} RETURNING Account(Id WHERE Name = ${undefined})`).toThrow(
      InvalidQueryException,
    );
    expect(() => sosl`FIND {ab} RETURNING Account(Id WHERE Name = '${'x'}')`).toThrow(/stands within quotes/);
    expect(() => sosl`FIND {ab`).toThrow(/not closed/);
    expect(() => sosl`FIND {"ab}`).toThrow(/not closed/);
    expect(() => sosl`FIND {ab} WITH DIVISION = 'x`).toThrow(/not closed/);
    expect(() => sosl`FIND {ab} RETURNING ${sosl.term`ab`}`).toThrow(/outside the braces/);
  });

  it('lets no value change what the search means', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary' }),
        (words, value) => {
          const { find, returning } = parseSosl(
            String(sosl`FIND {${`xx ${words}`}} RETURNING Account(Id WHERE Name = ${value})`),
          );
          expect(find).toEqual(searchForText(`xx ${words}`));
          expect(returning?.[0]?.where).toMatchObject({ right: { kind: 'string', value } });
        },
      ),
      { seed: 13, numRuns: 5_000 },
    );
  });
});

describe('sosl.term', () => {
  it('is a search term', () => {
    const term = sosl.term`${'Acme'} AND NOT (Ltd OR "${'Acme Corp'}")`;
    expect(term).toBeInstanceOf(SearchTerm);
    expect(String(term)).toBe('Acme AND NOT (Ltd OR "Acme Corp")');
  });

  it('refuses an empty template, one with a brace of its own, and what is no term', () => {
    expect(() => sosl.term``).toThrow(/is empty/);
    expect(() => sosl.term`ab} RETURNING User {`).toThrow(InvalidQueryException);
    expect(() => sosl.term`(ab`).toThrow(MalformedQueryException);
    expect(() => sosl.term`a-b`).toThrow(MalformedQueryException);
  });
});
