import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { field, id, QueryFixture } from '../query-fixture.js';

const SEED = 20260318;

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.define(
    'Row__c',
    'a08',
    field('Text__c'),
    field('Number__c', 'double'),
    field('Day__c', 'date'),
    field('Flag__c', 'boolean'),
    field('Colours__c', 'multipicklist'),
    field('Parent__c', 'reference', { referenceTo: ['Row__c'], relationshipName: 'Parent__r' }),
  );
  const choices = {
    text: [null, 'a', 'B'],
    number: [null, 0, 1.5],
    day: [null, '2026-03-18', '2020-01-01'],
    colours: [null, 'Red', 'Red;Blue'],
  };
  org.insert(
    'Row__c',
    ...Array.from({ length: 81 }, (_, n) => ({
      Id: id('a08', n),
      Name: `R${n}`,
      Text__c: choices.text[n % 3]!,
      Number__c: choices.number[Math.floor(n / 3) % 3]!,
      Day__c: choices.day[Math.floor(n / 9) % 3]!,
      Colours__c: choices.colours[Math.floor(n / 27) % 3]!,
      Flag__c: n % 2,
      Parent__c: n % 4 === 0 ? null : id('a08', (n * 7) % 81),
    })),
  );
});

afterAll(() => org.close());

const compare = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const path = fc.constantFrom('', 'Parent__r.', 'Parent__r.Parent__r.');
const leaf = fc
  .oneof(
    fc.tuple(fc.constant('Text__c'), compare, fc.constantFrom("'A'", "'b'", "''")),
    fc.tuple(fc.constant('Number__c'), compare, fc.constantFrom('0', '1.5', '2')),
    fc.tuple(fc.constant('Day__c'), compare, fc.constantFrom('TODAY', '2020-01-01', 'LAST_N_YEARS:3')),
    fc.tuple(fc.constant('Flag__c'), fc.constantFrom('=', '!='), fc.constantFrom('true', 'false', 'null')),
    fc.tuple(fc.constant('Text__c'), fc.constantFrom('=', '!='), fc.constant('null')),
    fc.tuple(fc.constant('Text__c'), fc.constantFrom('LIKE'), fc.constantFrom("'a%'", "'_'")),
    fc.tuple(
      fc.constant('Number__c'),
      fc.constantFrom('IN', 'NOT IN'),
      fc.constantFrom('(0, 1.5)', '(0, null)'),
    ),
    fc.tuple(
      fc.constant('Colours__c'),
      fc.constantFrom('INCLUDES', 'EXCLUDES'),
      fc.constantFrom("('Red;Blue')", "('Red')"),
    ),
  )
  .chain(([name, operator, value]) => path.map((prefix) => `${prefix}${name} ${operator} ${value}`));
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    leaf,
    tie('condition').map((inner) => `(NOT (${inner}))`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `((${a}) AND (${b}))`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `((${a}) OR (${b}))`),
  ),
}));

function found(where: string): ReadonlySet<unknown> {
  return new Set(org.values(`SELECT Name FROM Row__c WHERE ${where}`));
}

describe('conditions', () => {
  it('and their negations share no row and miss none', () => {
    fc.assert(
      fc.property(condition, (where) => {
        const [yes, no] = [found(where), found(`NOT (${where})`)];
        expect(yes.size + no.size).toBe(81);
        expect([...yes].filter((name) => no.has(name))).toEqual([]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('obey De Morgan', () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        expect(found(`NOT ((${a}) AND (${b}))`)).toEqual(found(`(NOT (${a})) OR (NOT (${b}))`));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
