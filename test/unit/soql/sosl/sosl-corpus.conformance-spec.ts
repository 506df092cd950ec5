import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';
import { parseSosl } from '../../../../lib/soql/sosl/parser/sosl-parser.js';
import { printSosl } from '../../../../lib/soql/sosl/sosl-printer.js';
import { readCorpus, type CorpusQuery } from '../../../support/soql-corpus.js';

const ACCEPTED = readCorpus('sosl', 'accepted');
const REFUSED = readCorpus('sosl', 'refused');
const DEVIATING = readCorpus('sosl', 'deviating');

/**
 * Why the library refuses a search that is read at the place it was met at. What the documentation says decides; the
 * sections are those of the SOQL and SOSL Reference unless another guide is named.
 */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'Bind variables of Apex':
    '"Using Apex Variables in SOQL and SOSL Queries" of the Apex guide: the colon belongs to Apex; the API has no variables.',
  'Brackets of Apex':
    '"SOQL and SOSL Queries" of the Apex guide: the brackets are what embeds a search into Apex, not part of it.',
  Comments:
    '"SOSL Syntax" has no comments; those of a search in brackets are removed by the compiler of Apex.',
  'Double quotes':
    '"Quoted String Escape Sequences" puts text in single quotes; the one sample with others is printed for its RETURNING.',
  'Escapes of a pattern outside one':
    '"Quoted String Escape Sequences" gives \\_ and \\% to the patterns of LIKE and calls any other use of a backslash an error.',
  'The search text in quotes':
    '"FIND {SearchQuery}" has braces around the text in the API; quotes are the form of Apex.',
};

function refusal(text: string): MalformedQueryException | undefined {
  try {
    parseSosl(text);
    return undefined;
  } catch (error) {
    if (error instanceof MalformedQueryException) return error;
    throw error;
  }
}

function accepted(queries: readonly CorpusQuery[]): readonly string[] {
  return queries.map(({ text }) => text).filter((text) => refusal(text) === undefined);
}

describe('the corpus of searches', () => {
  it.each([...ACCEPTED])('reads and writes: %s', (_, queries) => {
    expect(accepted(queries)).toEqual(queries.map(({ text }) => text));
    for (const { text } of queries) {
      const search = parseSosl(text);
      expect(parseSosl(printSosl(search))).toStrictEqual(search);
    }
  });

  it('says why wherever it refuses against an expectation', () => {
    expect([...DEVIATING.keys()]).toEqual(Object.keys(DEVIATIONS));
  });

  it.each([...REFUSED, ...DEVIATING])('refuses: %s', (_, queries) => {
    expect(accepted(queries)).toEqual([]);
    expect(queries.map(({ text }) => refusal(text)?.errorCode)).toEqual(
      queries.map(() => 'MALFORMED_SEARCH'),
    );
  });

  it('has the searches that it is meant to have', () => {
    const sizes = [ACCEPTED, REFUSED, DEVIATING].map((corpus) => [...corpus.values()].flat().length);
    expect(sizes).toEqual([186, 1, 35]);
  });
});
