import { describe, expect, it } from '@jest/globals';
import { matchQuery } from '../../../../../lib/embedded/engine/search/search-match.js';
import type { SearchGroup } from '../../../../../lib/soql/sosl/ast/sosl-search.js';
import { parseSosl } from '../../../../../lib/soql/sosl/parser/sosl-parser.js';

const TERMS: Readonly<Record<string, readonly string[]>> = { 'a?me': ['acme', 'agme'], 'b*r': ['bar'] };

const match = (term: string, group: SearchGroup = 'ALL') =>
  matchQuery(parseSosl(`FIND {${term}}`).find, group, (glob) => TERMS[glob] ?? []);

describe('matchQuery', () => {
  it.each([
    ['acme', '"acme"'],
    ['acme corp', '("acme" AND "corp")'],
    ['acme AND corp', '("acme" AND "corp")'],
    ['acme OR corp', '("acme" OR "corp")'],
    ['acme AND NOT corp AND NOT ltd', '("acme" NOT ("corp" OR "ltd"))'],
    ['"acme corp"', '"acme corp"'],
    ['acm*', '"acm" *'],
    ['"acme co*"', '"acme co" *'],
    ['"ac*e corp"', undefined],
    ['a?me', '("acme" OR "agme")'],
    ['A?ME', '("acme" OR "agme")'],
    ['b*r', '"bar"'],
    ['x*y', undefined],
    ['x*y OR acme', '"acme"'],
    ['x*y acme', undefined],
    ['acme AND NOT x*y', '"acme"'],
    [String.raw`jane@example.com`, '"jane example com"'],
    [String.raw`50\*x`, '"50 x"'],
    [String.raw`acme \&\&`, '"acme"'],
    [String.raw`\&\&`, undefined],
  ])('writes %s as %s', (term, query) => {
    expect(match(term)).toBe(query);
  });

  it.each<[SearchGroup, string]>([
    ['ALL', '"acme"'],
    ['NAME', '{name} : ("acme")'],
    ['EMAIL', '{email} : ("acme")'],
    ['PHONE', '{phone} : ("acme")'],
    ['SIDEBAR', '{name email phone} : ("acme")'],
  ])('asks the columns of %s fields', (group, query) => {
    expect(match('acme', group)).toBe(query);
  });
});
