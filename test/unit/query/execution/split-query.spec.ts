import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { fitsPlatform, splitQuery } from '../../../../lib/query/execution/split-query.js';
import { membership } from '../../../../lib/soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../../../lib/soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../../../lib/soql/ast/factories/literal.factory.js';
import { soqlQuery } from '../../../../lib/soql/ast/factories/soql-query.factory.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';

const split = (soql: string, most: number) => splitQuery(parseSoql(soql), most).map(printSoql);
const soqlOf = (list: string) => `SELECT Id FROM Account WHERE X IN (${list})`;

describe('splitQuery', () => {
  it('leaves a query that is short enough as it is', () => {
    const query = parseSoql("SELECT Id FROM Account WHERE Name IN ('a', 'b')");
    expect(splitQuery(query)).toEqual([query]);
  });

  it('shares out a list in as few queries as can be', () => {
    expect(split("SELECT Id FROM Account WHERE Name IN ('a', 'b', 'c', 'd', 'e')", 51)).toEqual([
      "SELECT Id FROM Account WHERE Name IN ('a', 'b')",
      "SELECT Id FROM Account WHERE Name IN ('c', 'd')",
      "SELECT Id FROM Account WHERE Name IN ('e')",
    ]);
  });

  it('keeps every other clause', () => {
    expect(
      split(
        "SELECT Id FROM Account WHERE Type = 'x' AND Name IN ('aaaa', 'bbbb') AND Rating = 'y' ORDER BY Id LIMIT 5",
        100,
      ),
    ).toEqual([
      "SELECT Id FROM Account WHERE Type = 'x' AND Name IN ('aaaa') AND Rating = 'y' ORDER BY Id LIMIT 5",
      "SELECT Id FROM Account WHERE Type = 'x' AND Name IN ('bbbb') AND Rating = 'y' ORDER BY Id LIMIT 5",
    ]);
  });

  it('shares out several lists when one is not enough', () => {
    const a = Array.from({ length: 20 }, (_, n) => `'a${n + 10}'`).join(', ');
    const b = Array.from({ length: 20 }, (_, n) => `'b${n + 10}'`).join(', ');
    const parts = split(`SELECT Id FROM Account WHERE Name IN (${a}) AND Type IN (${b})`, 160);
    expect(parts.every(({ length }) => length <= 160)).toBe(true);
    const pairs = parts.flatMap((part) => {
      const names = part.match(/'a\d+'/g) ?? [];
      return names.flatMap((name) => (part.match(/'b\d+'/g) ?? []).map((type) => name + type));
    });
    expect(pairs).toHaveLength(400);
    expect(new Set(pairs).size).toBe(400);
  });

  it.each([
    ['texts without regard to case', "'acme', 'other', 'ACME'", ["'acme', 'ACME'", "'other'"]],
    ['texts without regard to accents', "'uber', 'other', 'Über'", ["'uber', 'Über'", "'other'"]],
    [
      'ids of 15 and 18 characters',
      "'001000000000001', '001000000000002', '001000000000001AAA'",
      ["'001000000000001', '001000000000001AAA'", "'001000000000002'"],
    ],
    ['numbers by value', '100000, 200000, 100000.0', ['100000, 100000.0', '200000']],
    [
      'points in time',
      '2026-01-31T10:00:00Z, 2026-01-31T11:00:00Z, 2026-01-31T12:00:00+02:00',
      ['2026-01-31T10:00:00Z, 2026-01-31T12:00:00+02:00', '2026-01-31T11:00:00Z'],
    ],
  ])('keeps together what the platform may take for the same: %s', (_, values, lists) => {
    expect(split(soqlOf(values), soqlOf(lists[0] ?? '').length + 2)).toEqual(lists.map(soqlOf));
  });

  it.each([
    ['WHERE Name IN (%) OR Type = null', 'a list within OR cannot be shared out'],
    ['WHERE Name NOT IN (%)', 'a NOT IN list cannot be shared out'],
    ['WHERE NOT Name IN (%)', 'none of its lists can be shared out'],
    ['WHERE Id IN (SELECT AccountId FROM Contact WHERE Name IN (%))', 'none of its lists can be shared out'],
    ["WHERE Name = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'", 'none of its lists can be shared out'],
    ["WHERE Name IN ('aaaaaaaaaaaaaaaaa', 'AAAAAAAAAAAAAAAAA')", 'none of its lists can be shared out'],
  ])('refuses %s, with the reason', (where, reason) => {
    const soql = `SELECT Id FROM Account ${where.replace('%', "'aaaaaa', 'bbbbbb', 'cccccc'")}`;
    const refused = () => splitQuery(parseSoql(soql), 50);
    expect(refused).toThrow(InvalidQueryException);
    expect(refused).toThrow(`has ${soql.length} characters, more than the platform takes: ${reason}`);
  });

  it('holds to the 100,000 characters of the platform', () => {
    const values = Array.from({ length: 10_000 }, (_, n) => stringLiteral(String(n).padStart(15, 'x')));
    const query = parseSoql("SELECT Id FROM Account WHERE Name = ''");
    const parts = splitQuery(soqlQuery({ ...query, where: membership(fieldPath('Name'), values) }));
    const texts = parts.map(printSoql);
    expect(texts).toHaveLength(2);
    expect(parts.every(fitsPlatform)).toBe(true);
    expect(texts.every(({ length }) => length <= 99_000)).toBe(true);
    expect(texts.flatMap((text) => text.match(/x+\d+/g))).toEqual(values.map(({ value }) => value));
  });
});
