import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import type { SoqlQuery } from '../../../../lib/soql/ast/soql-query.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { hostileTexts } from '../../../support/hostile-values.js';
import { isMalformedQueryMessage } from '../../../support/malformed-query-message.js';
import { readCorpus } from '../../../support/soql-corpus.js';

const TOKEN = /'(?:\\.|[^'\\])*'|\w+|\s+|[^\s\w]/gs;
const SEEDS = [...readCorpus('soql', 'accepted').values()].flat().map(({ text }) => text);

/** One change of the tokens of a query: `i` and `j` are two of them, `text` is something strange. */
type Mutation = (tokens: string[], i: number, j: number, text: string) => unknown;

const MUTATIONS: readonly Mutation[] = [
  function leaveOut(tokens, i) {
    tokens.splice(i, 1);
  },
  function double(tokens, i) {
    tokens.splice(i, 0, tokens[i] ?? '');
  },
  function copy(tokens, i, j) {
    tokens.splice(j, 0, tokens[i] ?? '');
  },
  function move(tokens, i, j) {
    tokens.splice(j, 0, ...tokens.splice(i, 1));
  },
  function putIn(tokens, i, _, text) {
    tokens.splice(i, 0, text);
  },
  function breakOff(tokens, i) {
    tokens.splice(i);
  },
];

function mutants(): fc.Arbitrary<string> {
  // A place among any number of tokens, as a fraction of them.
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const change = fc.tuple(fc.constantFrom(...MUTATIONS), place, place, hostileTexts());
  return fc
    .tuple(fc.constantFrom(...SEEDS), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([seed, changes]) => {
      const tokens = [...(seed.match(TOKEN) ?? [])];
      for (const [mutate, i, j, text] of changes) {
        mutate(tokens, Math.floor(i * tokens.length), Math.floor(j * tokens.length), text);
      }
      return tokens.join('');
    });
}

/** What is read of a text, or the exception that refuses it; anything else that is thrown is thrown on. */
function outcome(text: string): SoqlQuery | MalformedQueryException {
  try {
    return parseSoql(text);
  } catch (error) {
    if (error instanceof MalformedQueryException) return error;
    throw error;
  }
}

describe('parseSoql, given a query with changes', () => {
  it('reads what prints back to the same, or refuses as the server does', () => {
    const count = { read: 0, refused: 0 };
    fc.assert(
      fc.property(mutants(), (text) => {
        const result = outcome(text);
        if (result instanceof MalformedQueryException) {
          count.refused += 1;
          expect(result.errorCode).toBe('MALFORMED_QUERY');
          expect([isMalformedQueryMessage(result.message), result.message]).toEqual([true, result.message]);
        } else {
          count.read += 1;
          expect(parseSoql(printSoql(result))).toStrictEqual(result);
        }
      }),
      { seed: 31, numRuns: 8_000 },
    );
    // Both happen often enough to mean something.
    expect(Math.min(count.read, count.refused)).toBeGreaterThan(500);
  });

  it('reads or refuses texts that were never a query', () => {
    fc.assert(
      fc.property(hostileTexts(), (text) => {
        for (const prefix of ['', 'SELECT ', 'SELECT Id FROM A ', 'SELECT Id FROM A WHERE B = ']) {
          expect(() => outcome(prefix + text)).not.toThrow();
        }
      }),
      { seed: 32, numRuns: 2_000 },
    );
  });
});
