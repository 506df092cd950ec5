import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseSoql, parseSoqlWithPositions } from '../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../lib/soql/soql-printer.js';
import { soqlQueries } from '../../support/soql-arbitraries.js';

/** Everything a tree is made of: kinds of nodes, and what the properties with few values have. */
const PARTS = [
  'allRows true',
  'direction ASC',
  'direction DESC',
  'for REFERENCE',
  'for UPDATE',
  'for VIEW',
  'group ALL',
  'group CUSTOM',
  'group STANDARD',
  'kind and',
  'kind boolean',
  'kind comparison',
  'kind context',
  'kind cube',
  'kind data-category',
  'kind date',
  'kind datetime',
  'kind expression',
  'kind field',
  'kind fields',
  'kind filter',
  'kind function',
  'kind inclusion',
  'kind membership',
  'kind not',
  'kind null',
  'kind number',
  'kind or',
  'kind plain',
  'kind query',
  'kind relative-date',
  'kind rollup',
  'kind security',
  'kind semi-join',
  'kind string',
  'kind subquery',
  'kind time',
  'kind typeof',
  'mode SECURITY_ENFORCED',
  'mode SYSTEM_MODE',
  'mode USER_MODE',
  'negated false',
  'negated true',
  'nulls FIRST',
  'nulls LAST',
  'operator !=',
  'operator <',
  'operator <=',
  'operator =',
  'operator >',
  'operator >=',
  'operator LIKE',
  'selector ABOVE',
  'selector ABOVE_OR_BELOW',
  'selector AT',
  'selector BELOW',
  'update TRACKING',
  'update VIEWSTAT',
];
const COUNTED = new Set(PARTS.map((part) => part.split(' ')[0]));

/** Notes every part of a tree that is one of few. */
function note(tree: unknown, seen: Set<string>, property = ''): void {
  if (Array.isArray(tree)) for (const item of tree) note(item, seen, property);
  else if (typeof tree === 'object' && tree !== null) {
    // The group of a filter on data categories is a name, that of FIELDS() one of three words.
    const isFilter = 'selector' in tree;
    for (const [key, value] of Object.entries(tree))
      note(value, seen, isFilter && key === 'group' ? '' : key);
  } else if (COUNTED.has(property) && tree !== undefined) seen.add(`${property} ${String(tree)}`);
}

/** What is outside the quoted strings of a text, changed piece by piece. */
function changed(text: string, pattern: RegExp, change: (found: string, i: number) => string): string {
  let count = 0;
  return text
    .split(/('(?:\\.|[^'\\])*')/s)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(pattern, (found) => change(found, count++))))
    .join('');
}

/** Choices that go on for ever. */
function choices<T>(...options: readonly T[]): fc.Arbitrary<(i: number) => T> {
  return fc
    .array(fc.constantFrom(...options), { minLength: 5, maxLength: 40 })
    .map((list) => (i) => list[i % list.length]!);
}

describe('a query', () => {
  it('reads back from what is printed of it, whatever it is made of', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(soqlQueries(2), (query) => {
        const text = printSoql(query);
        note(query, seen);
        expect(parseSoql(text)).toStrictEqual(query);
        expect(printSoql(parseSoql(text))).toBe(text);
      }),
      { seed: 1, numRuns: 1_000 },
    );
    expect([...seen].sort()).toEqual(PARTS);
  });

  it('is the same with the places of its parts, which are where they say', () => {
    fc.assert(
      fc.property(soqlQueries(1), (query) => {
        const text = printSoql(query);
        const parsed = parseSoqlWithPositions(text);
        expect(parsed.query).toStrictEqual(query);
        for (const item of parsed.query.select) {
          if (item.kind !== 'expression' || item.expression.kind !== 'field') continue;
          const { path } = item.expression;
          const start = parsed.positionOf(item.expression) ?? -1;
          expect(text.slice(start, start + path.join('.').length)).toBe(path.join('.'));
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('is the same in any case', () => {
    fc.assert(
      fc.property(soqlQueries(1), choices(true, false), (query, isUpper) => {
        const text = changed(printSoql(query), /[a-z]/gi, (letter, i) =>
          isUpper(i) ? letter.toUpperCase() : letter.toLowerCase(),
        );
        expect(JSON.stringify(parseSoql(text)).toLowerCase()).toBe(JSON.stringify(query).toLowerCase());
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('is the same with any white space', () => {
    fc.assert(
      fc.property(soqlQueries(1), choices(' ', '\n', '\t', '\r\n', ' \n  '), (query, space) => {
        const text = changed(printSoql(query), / /g, (_, i) => space(i));
        expect(parseSoql(`${space(0)}${text}${space(1)}`)).toStrictEqual(query);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
