import { parseQuery } from '@jetstreamapp/soql-parser-js';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { parseSoql } from '../../../lib/soql/parser/soql-parser.js';
import { jetstreamReading } from '../../support/jetstream-reading.js';
import { readCorpus, type CorpusQuery } from '../../support/soql-corpus.js';
import { readingOf, type QueryReading } from '../../support/soql-reading.js';

/** Constructs of the corpus with queries that only one of the two parsers reads: how many, and why. */
const READ_HERE_ONLY: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'ALL ROWS': [2, 'the other parser has no ALL ROWS'],
  'FOR VIEW, REFERENCE and UPDATE': [1, 'it has no list behind FOR'],
  'FROM: USING SCOPE': [8, 'it knows some scopes by name and no others, and no AS behind an object'],
  'FROM: related objects': [5, 'it has one object in FROM'],
  'Functions: FORMULA': [11, 'it has no FORMULA()'],
  'GROUP BY: ROLLUP, CUBE and GROUPING': [1, 'it has no direction behind GROUPING() in ORDER BY'],
  'UPDATE TRACKING and VIEWSTAT': [2, 'it has neither a list behind UPDATE nor ALL ROWS'],
  'WITH: a context': [13, 'it knows the security modes and data categories alone'],
  'WITH: a filter': [2, 'it knows the security modes and data categories alone'],
  'WITH: security modes': [1, 'it has no ALL ROWS'],
  'ALL ROWS in a query of the API': [1, 'it has no ALL ROWS'],
};

const READ_THERE_ONLY: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'AND mixed with OR, or without a condition before it': [1, 'it skips an OR behind WHERE'],
  'AND mixed with OR': [1, 'it takes the two side by side'],
  'Escapes with a capital U': [1, 'it does not look into strings'],
  'More than one WITH': [1, 'it takes data categories and a security mode together'],
  'OFFSET without a number': [1, 'it takes the word for an alias'],
  'Several fields in a function of one': [2, 'it takes any number of arguments'],
};

function ours(text: string): QueryReading | undefined {
  try {
    return readingOf(parseSoql(text));
  } catch (error) {
    if (error instanceof MalformedQueryException) return undefined;
    throw error;
  }
}

function theirs(text: string): QueryReading | undefined {
  try {
    return jetstreamReading(parseQuery(text));
  } catch (error) {
    // What its reading stumbles over is a fault of this test; all other errors are the refusals of the parser.
    if (error instanceof TypeError) throw error;
    return undefined;
  }
}

const CORPUS: readonly (readonly [string, readonly CorpusQuery[]])[] = [
  ...readCorpus('soql', 'accepted'),
  ...readCorpus('soql', 'refused'),
  ...readCorpus('soql', 'deviating'),
];

function countsOf(table: Readonly<Record<string, readonly [number, string]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(table).map(([construct, [count]]) => [construct, count]));
}

/** Queries of the constructs that both parsers know, made as text; conditions are nested up to `depth`. */
function sharedQueries(depth: number): fc.Arbitrary<string> {
  const inner = depth === 0 ? [] : [sharedQueries(0)];
  const items = fc.oneof(
    fc.constantFrom('Id', 'Berth.Name', 'a.Berth.Port.Name', 'COUNT(Id) n', 'FORMAT(convertCurrency(Fee)) f'),
    fc.constantFrom(
      'TYPEOF What WHEN Tug THEN Id, Crew.Name ELSE Name END',
      "DISTANCE(At, GEOLOCATION(1, -2.5), 'km') d",
    ),
    ...inner.map((queries) => queries.map((query) => `(${query})`)),
  );
  return fc
    .record({
      select: fc.array(items, { minLength: 1, maxLength: 4 }).map((list) => list.join(', ')),
      from: fc.constantFrom('Tug', 'Tug a'),
      scope: fc.constantFrom('', ' USING SCOPE mine', ' using scope Team'),
      where: optional(sharedConditions(depth), ' WHERE '),
      with: fc.constantFrom(
        '',
        ' WITH SECURITY_ENFORCED',
        ' WITH USER_MODE',
        ...(depth === 0
          ? []
          : [' WITH DATA CATEGORY Port__c AT (a__c, b__c) AND Sea__c ABOVE_OR_BELOW c__c']),
      ),
      groupBy: fc.constantFrom(
        '',
        ' GROUP BY Name, CALENDAR_YEAR(convertTimezone(Built))',
        ' GROUP BY CUBE(Name, Port)',
      ),
      having: fc.constantFrom(
        '',
        ' HAVING COUNT(Id) > 1',
        " HAVING (SUM(Fee) >= 5 OR Name LIKE 'x%') AND MIN(Fee) != 0",
      ),
      orderBy: fc.constantFrom('', ' ORDER BY Name', ' ORDER BY Port.Name DESC NULLS LAST, COUNT(Id)'),
      limit: fc.constantFrom('', ' LIMIT 5', ' LIMIT 5 OFFSET 10'),
      purpose: fc.constantFrom('', ' FOR VIEW', ' FOR UPDATE', ' UPDATE VIEWSTAT'),
    })
    .map(({ select, from, groupBy, having, ...rest }) =>
      [
        `SELECT ${select} FROM ${from}`,
        rest.scope,
        rest.where,
        rest.with,
        groupBy,
        groupBy === '' ? '' : having,
        rest.orderBy,
        rest.limit,
        rest.purpose,
      ].join(''),
    );
}

function optional(texts: fc.Arbitrary<string>, prefix: string): fc.Arbitrary<string> {
  return fc.option(texts, { nil: undefined }).map((text) => (text === undefined ? '' : prefix + text));
}

/** Conditions with every way to nest AND, OR and NOT, with and without parentheses that they need. */
function sharedConditions(depth: number): fc.Arbitrary<string> {
  const tests = fc.oneof(
    fc.constantFrom(
      "Name = 'it\\'s \\\\ \\u0041'",
      'Fee != USD5.50',
      'Fee <> -1.5',
      'Port.Open = true',
      'Fee >= null',
    ),
    fc.constantFrom(
      "Name like 'a\\_b\\%%'",
      "Name NOT IN ('a','b')",
      "Kinds INCLUDES ('a;b', 'c')",
      "Kinds EXCLUDES ('d')",
    ),
    fc.constantFrom(
      'Built > LAST_N_DAYS:5',
      'Built = this_month',
      'Built IN (TODAY, 2020-01-01)',
      'At < 2020-01-01T00:00:00Z',
    ),
    fc.constantFrom(
      "DISTANCE(At, GEOLOCATION(1, 2), 'mi') < 20",
      'CALENDAR_YEAR(convertTimezone(Built)) = 2020',
    ),
    ...(depth === 0
      ? []
      : [
          fc.constantFrom(
            'Id IN (SELECT TugId FROM Job)',
            'Id NOT IN (SELECT TugId FROM Job WHERE Done = false)',
          ),
        ]),
  );
  if (depth === 0) return tests;
  const parts = fc.oneof(
    tests,
    sharedConditions(depth - 1).map((condition) => `(${condition})`),
    sharedConditions(depth - 1).map((condition) => `NOT (${condition})`),
    tests.map((test) => `NOT ${test}`),
    tests.map((test) => `((${test}))`),
  );
  return fc
    .tuple(fc.array(parts, { minLength: 1, maxLength: 3 }), fc.constantFrom(' AND ', ' OR '))
    .map(([list, operator]) => list.join(operator));
}

describe('beside @jetstreamapp/soql-parser-js', () => {
  it('reads each query of the corpus in the same way, wherever both read it', () => {
    let shared = 0;
    for (const { text } of CORPUS.flatMap(([, queries]) => queries)) {
      const [reading, other] = [ours(text), theirs(text)];
      if (!reading || !other) continue;
      shared += 1;
      expect({ text, ...reading }).toEqual({ text, ...other });
    }
    expect(shared).toBe(995);
  });

  it.each([
    ['here', READ_HERE_ONLY, ours, theirs],
    ['there', READ_THERE_ONLY, theirs, ours],
  ] as const)('reads what only one of the two reads for known reasons: %s', (_, table, one, other) => {
    const counts = CORPUS.map(([construct, queries]) => [
      construct,
      queries.filter(({ text }) => one(text) && !other(text)).length,
    ]).filter(([, count]) => count !== 0);
    expect(Object.fromEntries(counts)).toEqual(countsOf(table));
  });

  it('reads in the same way whatever is made of what both know', () => {
    fc.assert(
      fc.property(sharedQueries(3), (text) => {
        // Of three negations that open one after the other it loses one, and with it a parenthesis.
        fc.pre(!/NOT \(+NOT \(+NOT/.test(text));
        const reading = ours(text);
        expect(reading).toBeDefined();
        expect(reading).toEqual(theirs(text));
      }),
      { seed: 21, numRuns: 1_000 },
    );
  });
});
