import { describe, expect, it } from '@jest/globals';
import { completionPlaceAt } from '../../../../../lib/cli/query/completion/completion-place.js';
import type { Expectation } from '../../../../../lib/cli/query/completion/expectation.type.js';
import { readQueryTokens } from '../../../../../lib/cli/query/completion/query-token.js';
import { WORDS } from '../../../../../lib/soql/parser/keywords.js';
import { readCorpus } from '../../../../support/soql-corpus.js';

/** What is not completed: it is written by hand once in a lifetime, or only well-formed and never run. */
const RARE =
  /\bAS\b|USING\s+(?:ADVANCED|PHRASE|LOOKUP|ListView)|SNIPPET\s*\(|\(\s*SELECT[^()]*\b(?:OFFSET|FOR)\b/i;

/** A search without what it is for, in which words of the language are none. */
const withoutSearched = (text: string): string =>
  text.replace(/^\s*find\s*\{(?:\\[^]|[^\\}])*\}/i, (found) => 'FIND'.padEnd(found.length));

const isLanguage = (word: string): boolean => WORDS.some((known) => known === word.toUpperCase());

/** Whether a word may be meant by an expectation; names are words of the language, too. */
function mayBe(word: string, expected: Expectation): boolean {
  if (expected.kind === 'operators') return /^(?:LIKE|IN|NOT|INCLUDES|EXCLUDES)$/i.test(word);
  if (expected.kind !== 'words') return true;
  return expected.words.some((one) => /\w+/.exec(one)?.[0].toUpperCase() === word.toUpperCase());
}

/** @param text with a bar where somebody is writing */
function placeIn(text: string) {
  const { typed, expected, scope } = completionPlaceAt(text.replace('|', ''), text.indexOf('|'));
  return { typed, expected: expected.map(({ kind }) => kind), from: scope.fromClause?.sobject };
}

describe('completionPlaceAt', () => {
  it.each<[string, object]>([
    ['SELECT Na| FROM Account', { typed: 'Na', from: 'Account', expected: ['fields', 'words', 'words'] }],
    ['SELECT Na|me FROM Account', { typed: 'Na', from: 'Account' }],
    ['SELECT Owner.| FROM Account', { typed: 'Owner.', from: 'Account' }],
    ['SELECT | FROM Account', { typed: '', from: 'Account' }],
    ["SELECT Id FROM Account WHERE Name = 'a|b' LIMIT 1", { typed: "'a", expected: ['values'] }],
    ["SELECT Id FROM Account WHERE Name = 'a'|", { typed: '', expected: ['words', 'words'] }],
    ['SELECT Id FROM Account LIMIT 1|', { typed: '1' }],
    ['SELECT Id FROM Account|', { typed: 'Account', expected: ['objects'] }],
    ['FIND {sel|', { expected: [] }],
    ["FIND {it's} RETURNING |", { typed: '', expected: ['objects'] }],
  ])('finds %s', (text, expected) => {
    expect(placeIn(text)).toMatchObject(expected);
  });

  it('expects no FROM where there is one', () => {
    expect(placeIn('SELECT Id | FROM Account').expected).toEqual([]);
    expect(placeIn('SELECT Id |').expected).toEqual(['words']);
  });

  it.each(['soql', 'sosl'] as const)(
    'expects every word of the language in the %s corpus where it stands',
    (language) => {
      const missed: string[] = [];
      let words = 0;
      for (const { text } of [...readCorpus(language, 'accepted').values()].flat()) {
        for (const { start, text: word, kind } of readQueryTokens(withoutSearched(text))) {
          if (kind !== 'word' || !isLanguage(word) || RARE.test(text)) continue;
          words++;
          const { expected } = completionPlaceAt(text.slice(0, start), start);
          if (!expected.some((one) => mayBe(word, one))) missed.push(`${text.slice(0, start)}|${word}`);
        }
      }
      expect(missed).toEqual([]);
      expect(words).toBeGreaterThan(300);
    },
  );
});
