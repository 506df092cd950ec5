import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../../lib/exceptions/malformed-query.exception.js';
import { parseSosl, parseSoslWithPositions } from '../../../../../lib/soql/sosl/parser/sosl-parser.js';
import { printSosl } from '../../../../../lib/soql/sosl/sosl-printer.js';
import { CANONICAL_SOSL, SOSL_VARIANTS } from '../../../../fixtures/sosl-corpus.js';

function refusal(search: string): MalformedQueryException {
  try {
    parseSosl(search);
  } catch (error) {
    if (error instanceof MalformedQueryException) return error;
    throw error;
  }
  throw new Error(`accepted: ${search}`);
}

describe('parseSosl', () => {
  it.each(CANONICAL_SOSL)('reads and prints back %s', (search) => {
    expect(printSosl(parseSosl(search))).toBe(search);
  });

  it.each(SOSL_VARIANTS)('reads %j', (written, printed) => {
    expect(printSosl(parseSosl(written))).toBe(printed);
  });

  it.each(["FIND 'Acme'", 'FIND Acme', 'FIND', 'FIND RETURNING Account'])('asks for braces: %s', (search) => {
    expect(refusal(search)).toMatchObject({
      message: 'No search term found. The search term must be enclosed in braces.',
      errorCode: 'MALFORMED_SEARCH',
      code: 'SF_MALFORMED_QUERY',
    });
  });

  it.each([
    ['FIND {}', ''],
    ['FIND { }', ''],
    ['FIND {a}', 'a'],
    ['FIND { *? }', '*?'],
    ['FIND {"a*"} RETURNING Account', '"a*"'],
  ])('refuses to look for so little: %s', (search, term) => {
    expect(refusal(search)).toMatchObject({
      message: `search term must be longer than one character: ${term}`,
      errorCode: 'INVALID_SEARCH',
    });
  });

  it.each([
    [
      'FIND {John|jane_gray@uoa.edu} RETURNING Contact',
      [
        '',
        'FIND {John|jane_gray@uoa.edu} RETURNING Contact',
        '         ^',
        'ERROR at Row:1:Column:10',
        "line 1:10 mismatched character '|' expecting '}'",
      ],
    ],
    [
      'FIND {Marie-Pier Martin}',
      [
        '',
        'FIND {Marie-Pier Martin}',
        '          ^',
        'ERROR at Row:1:Column:11',
        "line 1:11 mismatched character '-' expecting '}'",
      ],
    ],
    [
      'FIND {name} IN ALL TYPE RETURNING Account(name)',
      [
        '',
        'FIND {name} IN ALL TYPE RETURNING Account(name)',
        '                  ^',
        'ERROR at Row:1:Column:19',
        'Malformed search token: TYPE',
      ],
    ],
  ])('says the whole message of the server: %s', (search, lines) => {
    expect(refusal(search)).toMatchObject({ message: lines.join('\n'), errorCode: 'MALFORMED_SEARCH' });
  });

  it('reads a search of 100,000 characters, and none that is longer', () => {
    const search = 'FIND {Acme}'.padEnd(100_000, ' ');
    expect(printSosl(parseSosl(search))).toBe('FIND {Acme}');
    expect(refusal(`${search} `)).toMatchObject({
      message: 'SOSL statements can not be longer than 100000 characters.',
      errorCode: 'MALFORMED_SEARCH',
    });
  });

  it.each([
    ['FIND {Acme', "mismatched character '<EOF>' expecting '}'"],
    ['FIND {"Acme}', "mismatched character '}' expecting '\"'"],
    ['FIND {"Acme', "mismatched character '<EOF>' expecting '}'"],
    ['FIND {Acme\\', "mismatched character '<EOF>' expecting '}'"],
    ['SELECT Id FROM Account', "unexpected token: 'SELECT'"],
    ['', "unexpected token: '<EOF>'"],
    ['FIND {Acme} Account', "unexpected token: 'Account'"],
    ['FIND {Acme} RETURNING', "unexpected token: '<EOF>'"],
    ['FIND {Acme} RETURNING Account()', "unexpected token: ')'"],
    ['FIND {Acme} RETURNING Account(Name', "unexpected token: '<EOF>'"],
    ['FIND {Acme} RETURNING Account(Name WHERE)', "unexpected token: ')'"],
    ['FIND {Acme} RETURNING Account((SELECT Id FROM Contacts))', "unexpected token: '('"],
    ["FIND {Acme} RETURNING Account(Name WHERE Name = 'x", "mismatched character '<EOF>' expecting '''"],
    [
      "FIND {Acme} RETURNING Account(Name WHERE Name = '\\q')",
      "Illegal character sequence '\\q' in string literal.",
    ],
    ['FIND {Acme} IN FOO FIELDS', "unexpected token: 'FOO'"],
    ['FIND {Acme} WITH FOO', "unexpected token: 'FOO'"],
    ["FIND {Acme} WITH FOO = 'x'", "unexpected token: 'FOO'"],
    ['FIND {Acme} WITH SNIPPET (120)', "unexpected token: '120'"],
    ['FIND {Acme} LIMIT -1', "unexpected token: '-1'"],
    ['FIND {Acme} LIMIT 1 RETURNING Account', "unexpected token: 'RETURNING'"],
    ['FIND {Acme} RETURNING Account USING ListView=Recent', "unexpected token: 'ListView'"],
  ])('refuses %s', (search, detail) => {
    const { message, errorCode } = refusal(search);
    expect(errorCode).toBe('MALFORMED_SEARCH');
    expect(message.endsWith(detail)).toBe(true);
  });
});

describe('parseSoslWithPositions', () => {
  it('gives the same tree, and where its parts stand', () => {
    const text = "FIND {Acme} RETURNING Account(Name, Phone WHERE Industry = 'x'), Contact";
    const { search, positionOf } = parseSoslWithPositions(text);
    expect(search).toEqual(parseSosl(text));
    const [account, contact] = search.returning ?? [];
    const phone = account?.fields?.[1];
    expect(positionOf(search)).toBe(0);
    expect(account && positionOf(account)).toBe(text.indexOf('Account'));
    expect(contact && positionOf(contact)).toBe(text.indexOf('Contact'));
    expect(phone && positionOf(phone)).toBe(text.indexOf('Phone'));
    expect(account?.where && positionOf(account.where)).toBe(text.indexOf('Industry'));
    expect(positionOf({})).toBeUndefined();
  });
});
