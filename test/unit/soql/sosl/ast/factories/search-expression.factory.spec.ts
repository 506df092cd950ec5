import { describe, expect, it } from '@jest/globals';
import {
  searchAnd,
  searchNot,
  searchOr,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../../../../../../lib/soql/sosl/ast/factories/search-expression.factory.js';

const acme = searchWord('Acme*');
const york = searchPhrase('New York');

describe('search expression factories', () => {
  it.each([
    [acme, { kind: 'word', pattern: 'Acme*' }],
    [york, { kind: 'phrase', pattern: 'New York' }],
    [searchSequence(acme, york), { kind: 'sequence', terms: [acme, york] }],
    [searchAnd(acme, searchNot(york)), { kind: 'and', operands: [acme, { kind: 'not', operand: york }] }],
    [searchOr(acme, york), { kind: 'or', operands: [acme, york] }],
  ])('make nodes: %#', (expression, node) => {
    expect(expression).toEqual(node);
  });

  it('leave a single term as it is', () => {
    expect(searchSequence(acme)).toBe(acme);
    expect(searchAnd(acme)).toBe(acme);
    expect(searchOr(acme)).toBe(acme);
  });
});
