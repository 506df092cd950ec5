import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import type { Condition } from '../../../../lib/soql/ast/condition.js';
import { parseSoql, parseSoqlWithPositions } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { CANONICAL_SOQL, INVALID_SOQL, SOQL_VARIANTS } from '../../../fixtures/soql-corpus.js';

function where(text: string): Condition | undefined {
  return parseSoql(`SELECT Id FROM Account WHERE ${text}`).where;
}

function refusal(query: string): MalformedQueryException {
  try {
    parseSoql(query);
  } catch (error) {
    if (error instanceof MalformedQueryException) return error;
    throw error;
  }
  throw new Error(`accepted: ${query}`);
}

describe('parseSoql', () => {
  describe('with queries that are well-formed', () => {
    it.each(CANONICAL_SOQL)('reads and prints back %s', (query) => {
      expect(printSoql(parseSoql(query))).toBe(query);
    });

    it.each(SOQL_VARIANTS)('reads %j', (written, printed) => {
      expect(printSoql(parseSoql(written))).toBe(printed);
    });
  });

  describe('with what is no query', () => {
    it.each(INVALID_SOQL)('refuses %j at %j', (query, token) => {
      const { message, errorCode, code } = refusal(query);
      expect(message.split('\n').at(-1)).toBe(`unexpected token: '${token}'`);
      expect({ errorCode, code }).toEqual({ errorCode: 'MALFORMED_QUERY', code: 'SF_MALFORMED_QUERY' });
    });

    it('says the whole message of the server', () => {
      const query = `SELECT ${'Name, '.repeat(46)}Phone,Opportunity__c FROM OS_Ancillary__c WHERE ( = 'a1WW0000000xt2vMAA') AND (Product__c = 'Tutor')`;
      expect(refusal(query).message).toBe(
        [
          '',
          "Opportunity__c FROM OS_Ancillary__c WHERE ( = 'a1WW0000000xt2vMAA') AND (Product__c",
          '                                           ^',
          'ERROR at Row:1:Column:333',
          "unexpected token: '='",
        ].join('\n'),
      );
    });

    it('counts rows', () => {
      const query =
        "SELECT Id, Email, Name\nFROM Contact\nWHERE AccountId = '0014000000p6XlS' AND LastName LIKE 'test' OR Email LIKE 'test'";
      expect(refusal(query).message).toBe(
        [
          '',
          "'0014000000p6XlS' AND LastName LIKE 'test' OR Email LIKE 'test'",
          '                                          ^',
          'ERROR at Row:3:Column:61',
          "unexpected token: 'OR'",
        ].join('\n'),
      );
    });

    it.each([
      'SELECT Id FROM Account WHERE Id = :id',
      'SELECT Id FROM Account WHERE Id IN :ids',
      'SELECT Id FROM Account WHERE Name = Site',
      'SELECT Id FROM Account WHERE Name = Owner.Name',
    ])('takes a name in place of a value for a variable of Apex: %s', (query) => {
      expect(refusal(query).message.split('\n').at(-1)).toBe('Bind variables only allowed in Apex code');
    });

    it.each([
      ["SELECT Id FROM Account WHERE Name = 'abc", "line 1:40 mismatched character '<EOF>' expecting '''"],
      ["SELECT Id\nFROM Account WHERE Name = 'a\\'", "line 2:30 mismatched character '<EOF>' expecting '''"],
    ])('refuses %j, a string without an end', (query, message) => {
      expect(refusal(query).message).toBe(message);
    });

    it.each(['a\\qb', '\\%', '\\_', '\\u12', '\\u12G4', '\\ ', '\\0'])(
      'refuses the escape in %j',
      (inside) => {
        const letter = inside.charAt(inside.indexOf('\\') + 1);
        expect(refusal(`SELECT Id FROM Account WHERE Name = '${inside}'`).message).toBe(
          `Invalid string literal '${inside}'. Illegal character sequence '\\${letter}' in string literal.`,
        );
      },
    );

    it('refuses a text of more than 100,000 characters', () => {
      const query = `SELECT Id FROM Account WHERE Name = '${'a'.repeat(100_000)}'`;
      expect(refusal(query).message).toBe('SOQL statements can not be longer than 100000 characters.');
    });

    it.each([
      ['parentheses', '('.repeat(90_000)],
      ['negations', 'NOT '.repeat(20_000)],
      ['semi-joins', 'Id IN (SELECT Id FROM A WHERE '.repeat(3_000)],
    ])('refuses endlessly nested %s instead of exhausting the stack', (_, nested) => {
      expect(refusal(`SELECT Id FROM A WHERE ${nested}`).message).toMatch(
        /nested more than 500 levels deep$/,
      );
    });

    it('reads deep nesting as people and query builders write it', () => {
      const query = `SELECT Id FROM A WHERE ${'('.repeat(400)}B = 1${')'.repeat(400)}`;
      expect(printSoql(parseSoql(query))).toBe('SELECT Id FROM A WHERE B = 1');
    });
  });

  it('gives a tree of plain data', () => {
    const query = parseSoql(
      "SELECT Id, MAX(Owner.Age__c) m FROM Contact c WHERE a.Name = 'x' ORDER BY Id DESC LIMIT 5",
    );
    expect(query).toEqual({
      kind: 'query',
      select: [
        { kind: 'expression', expression: { kind: 'field', path: ['Id'] } },
        {
          kind: 'expression',
          expression: { kind: 'function', name: 'MAX', args: [{ kind: 'field', path: ['Owner', 'Age__c'] }] },
          alias: 'm',
        },
      ],
      from: { sobject: 'Contact', alias: 'c' },
      where: {
        kind: 'comparison',
        left: { kind: 'field', path: ['a', 'Name'] },
        operator: '=',
        right: { kind: 'string', value: 'x' },
      },
      orderBy: [{ expression: { kind: 'field', path: ['Id'] }, direction: 'DESC' }],
      limit: 5,
    });
  });

  it('keeps the grouping that parentheses gave', () => {
    expect(where('(A = 1 OR B = 2) AND NOT C = 3')).toMatchObject({
      kind: 'and',
      conditions: [
        { kind: 'or', conditions: [{ kind: 'comparison' }, { kind: 'comparison' }] },
        { kind: 'not', condition: { kind: 'comparison' } },
      ],
    });
  });

  it.each([
    ['1', { kind: 'number', text: '1' }],
    ['-0.50', { kind: 'number', text: '-0.50' }],
    ['.5', { kind: 'number', text: '.5' }],
    ['12345678901234567890.123', { kind: 'number', text: '12345678901234567890.123' }],
    ['eur12.5', { kind: 'number', text: '12.5', currency: 'EUR' }],
    ['true', { kind: 'boolean', value: true }],
    ['NULL', { kind: 'null' }],
    ['2026-01-31', { kind: 'date', text: '2026-01-31' }],
    ['2026-01-31T01:02:03.4+05:30', { kind: 'datetime', text: '2026-01-31T01:02:03.4+05:30' }],
    ['01:02:03.004Z', { kind: 'time', text: '01:02:03.004Z' }],
    ['today', { kind: 'relative-date', name: 'TODAY' }],
    ['N_DAYS_AGO:365', { kind: 'relative-date', name: 'N_DAYS_AGO', n: 365 }],
    ["'it\\'s \\u0041\\\\'", { kind: 'string', value: "it's A\\" }],
  ])('reads the value %s', (text, literal) => {
    expect(where(`X = ${text}`)).toMatchObject({ right: literal });
  });

  it('keeps the escapes of a LIKE pattern and resolves all others', () => {
    expect(where("Name LIKE '%50\\% \\_ \\\\ \\'x\\n'")).toMatchObject({
      operator: 'LIKE',
      right: { kind: 'string', value: "%50\\% \\_ \\\\ 'x\n" },
    });
  });

  it('reads a query of the greatest length in time that grows with its length', () => {
    const ids = Array.from({ length: 4_500 }, (_, i) => `'001${String(i).padStart(15, '0')}'`).join(',');
    const condition = where(`Id IN (${ids})`);
    expect(condition).toMatchObject({ kind: 'membership' });
    expect(condition?.kind === 'membership' && condition.values.length).toBe(4_500);
  });
});

describe('parseSoqlWithPositions', () => {
  it('knows where every part stands', () => {
    const text = "SELECT Id, MAX(Amount) FROM Contact WHERE Owner.Name = 'x'";
    const { query, positionOf } = parseSoqlWithPositions(text);
    const [id, max] = query.select.map((item) => (item.kind === 'expression' ? item.expression : item));
    const where = query.where?.kind === 'comparison' ? query.where : undefined;
    const nodes = [
      query,
      id,
      max,
      max?.kind === 'function' && max.args[0],
      query.from,
      where?.left,
      where?.right,
    ];
    expect(nodes.map((node) => text.slice(positionOf(node as object)).split(/[ ,()]/)[0])).toEqual([
      'SELECT',
      'Id',
      'MAX',
      'Amount',
      'Contact',
      'Owner.Name',
      "'x'",
    ]);
  });

  it('gives the tree that parseSoql gives', () => {
    for (const query of CANONICAL_SOQL) expect(parseSoqlWithPositions(query).query).toEqual(parseSoql(query));
  });

  it('knows nothing of other objects', () => {
    expect(parseSoqlWithPositions('SELECT Id FROM Account').positionOf({})).toBeUndefined();
  });
});
