import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { parseSoql } from '../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../lib/soql/soql-printer.js';
import { isMalformedQueryMessage } from '../../support/malformed-query-message.js';
import { readCorpus, type CorpusQuery } from '../../support/soql-corpus.js';

const ACCEPTED = readCorpus('soql', 'accepted');
const REFUSED = readCorpus('soql', 'refused');
const DEVIATING = readCorpus('soql', 'deviating');

/**
 * Where the library reads a query otherwise than the place it was met at expects: another parser's test, a sample of the
 * documentation, a line of Apex. What the documentation says decides; the sections are those of the SOQL and SOSL Reference
 * unless another guide is named.
 */
const DEVIATIONS: Readonly<Record<string, { readonly isRead: boolean; readonly reason: string }>> = {
  'ALL ROWS in a query of the API': {
    isRead: true,
    reason:
      '"Querying All Records with a SOQL Statement" of the Apex guide gives the keywords to Apex, and the API has queryAll. The kit reads the language; what one endpoint runs is for the endpoint to say.',
  },
  'AND mixed with OR': {
    isRead: false,
    reason: '"Logical Operators" asks for parentheses wherever AND and OR meet in one expression.',
  },
  'An alias for a child subquery': {
    isRead: false,
    reason:
      '"SOQL SELECT Syntax" and "Alias Notation" give aliases to objects and to fields; a subquery is known by the name of its relationship. The compiler of Apex reads one and nothing uses it.',
  },
  Arithmetic: {
    isRead: false,
    reason:
      '"fieldExpression Syntax" has one field or function on the left of an operator; calculations go into FORMULA() or a formula field.',
  },
  'Bind variables of Apex': {
    isRead: false,
    reason:
      '"Using Apex Variables in SOQL and SOSL Queries" of the Apex guide: the colon belongs to Apex. The API has no variables and says so.',
  },
  'Brackets of Apex': {
    isRead: false,
    reason:
      '"SOQL and SOSL Queries" of the Apex guide: the brackets are what embeds a query into Apex, not part of it.',
  },
  Comments: {
    isRead: false,
    reason:
      '"SOQL SELECT Syntax" has no comments; those of a query in brackets are removed by the compiler of Apex.',
  },
  'Double quotes': {
    isRead: false,
    reason:
      '"Quoted String Escape Sequences" and "fieldExpression Syntax" put text in single quotes; the one sample with others is printed for its TYPEOF.',
  },
  'Escapes with a capital U': {
    isRead: false,
    reason:
      '"Quoted String Escape Sequences" lists the sequences, \\u with four digits among them, and calls any other use of a backslash an error.',
  },
  'Functions that are not documented': {
    isRead: false,
    reason: '"SELECT", "Aggregate Functions" and "Date Functions" list all functions there are.',
  },
  'More than one WITH': {
    isRead: false,
    reason: '"SOQL SELECT Syntax" has one WITH; its conditions on data categories are joined by AND.',
  },
  'OFFSET without a number': {
    isRead: false,
    reason:
      '"OFFSET" is followed by the number of rows to skip; another parser takes the bare word for an alias.',
  },
  'Placeholders of the documentation': {
    isRead: false,
    reason: '"FIELDS()" abbreviates an expanded list of fields with them; the sample is not meant to be run.',
  },
  'Samples that a page break cuts off': {
    isRead: false,
    reason: 'The printed manual breaks the line before the value; what is left of the query has no end.',
  },
  'Several fields in a function of one': {
    isRead: false,
    reason: '"Aggregate Functions" and "GROUP BY ROLLUP" give COUNT and GROUPING one field.',
  },
  'USING of what is no scope': {
    isRead: false,
    reason: '"USING SCOPE" is all that "SOQL SELECT Syntax" has after USING, and it knows no BIND.',
  },
  'Units with a space in them': {
    isRead: false,
    reason: '"Location-Based SOQL Queries" has the units mi and km.',
  },
};

function refusal(text: string): MalformedQueryException | undefined {
  try {
    parseSoql(text);
    return undefined;
  } catch (error) {
    if (error instanceof MalformedQueryException) return error;
    throw error;
  }
}

/** What is wrong with the way in which a query is read and written again, if anything. */
function flawOfReading({ text }: CorpusQuery): string | undefined {
  const error = refusal(text);
  if (error) return `refused: ${text}${error.message}`;
  const query = parseSoql(text);
  return isDeepStrictEqual(parseSoql(printSoql(query)), query) ? undefined : `written otherwise: ${text}`;
}

/** What is wrong with the way in which a query is refused, if anything. */
function flawOfRefusal({ text, place }: CorpusQuery): string | undefined {
  const error = refusal(text);
  if (!error) return `accepted: ${text}`;
  if (error.errorCode !== 'MALFORMED_QUERY') return `${error.errorCode}: ${text}`;
  const { message } = error;
  if (!isMalformedQueryMessage(message)) return `not in the server's words: ${message}`;
  return place === undefined || message.includes(placeAt(text, place))
    ? undefined
    : `elsewhere: ${text}${message}`;
}

/** How a message names a place: a token by the column before it, the end of the query by its own. */
function placeAt(text: string, place: number): string {
  const lines = text.slice(0, place).split('\n');
  const column = lines.at(-1)?.length ?? 0;
  if (/^[^']*'[^']*$/.test(text)) return `line ${lines.length}:${column} mismatched`;
  return `ERROR at Row:${lines.length}:Column:${place === text.length ? column + 1 : Math.max(1, column)}`;
}

function queriesOf(corpus: ReadonlyMap<string, readonly CorpusQuery[]>): readonly CorpusQuery[] {
  return [...corpus.values()].flat();
}

describe('the corpus of queries', () => {
  it.each([...ACCEPTED])('reads and writes: %s', (_, queries) => {
    expect(queries.map(flawOfReading).filter((flaw) => flaw !== undefined)).toEqual([]);
  });

  it.each([...REFUSED])('refuses: %s', (_, queries) => {
    expect(queries.map(flawOfRefusal).filter((flaw) => flaw !== undefined)).toEqual([]);
  });

  it('says why wherever it goes against an expectation', () => {
    expect([...DEVIATING.keys()]).toEqual(Object.keys(DEVIATIONS));
  });

  it.each([...DEVIATING])('follows the documentation: %s', (construct, queries) => {
    const flawOf = DEVIATIONS[construct]?.isRead ? flawOfReading : flawOfRefusal;
    expect(queries.map(flawOf).filter((flaw) => flaw !== undefined)).toEqual([]);
  });

  it('has the queries that it is meant to have', () => {
    const sizes = [ACCEPTED, REFUSED, DEVIATING].map((corpus) => queriesOf(corpus).length);
    expect(sizes).toEqual([1_041, 245, 128]);
  });
});
